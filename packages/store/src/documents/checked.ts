/** A document that the model has believed, as its canonical text: worked out here, or beforehand in a thread. */
export class Checked {
  readonly text: string;
  /** Of an inventory. */
  readonly year: number | undefined;

  constructor(text: string, year?: number) {
    this.text = text;
    this.year = year;
  }
}
