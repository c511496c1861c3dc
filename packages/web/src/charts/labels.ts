/** Direct labels beside line ends, moved apart so that none covers another. */
export interface EndLabel {
  readonly id: string;
  readonly text: string;
  /** Where its line ends. */
  readonly y: number;
}

export interface PlacedLabel extends EndLabel {
  readonly at: number;
}

/** Place labels in order of `y`, at least `gap` apart, inside `top`…`bottom`, moved as little as a two-way sweep allows. */
export function placeLabels(
  labels: readonly EndLabel[],
  gap: number,
  top: number,
  bottom: number,
): readonly PlacedLabel[] {
  const sorted = labels.map((label) => ({ ...label, at: label.y })).sort((a, b) => a.y - b.y);
  let limit = top;
  for (const label of sorted) {
    label.at = Math.max(label.at, limit);
    limit = label.at + gap;
  }
  limit = bottom;
  for (const label of sorted.reverse()) {
    label.at = Math.min(label.at, limit);
    limit = label.at - gap;
  }
  return sorted.reverse();
}

/** About how wide a text is at a font size, in pixels. Good enough to decide whether it fits. */
export function textWidth(text: string, size = 12): number {
  return text.length * size * 0.54;
}

/** A text cut to fit, with an ellipsis; empty when not even three letters fit. */
export function fitted(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Math.floor(width / (size * 0.54)) - 1;
  return letters < 3 ? '' : `${text.slice(0, letters).trimEnd()}…`;
}
