/** Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, quotes around either. */

/** A block: rows of cells, not all of one length. */
export type Block = readonly (readonly string[])[];

/** What a spreadsheet would take for a formula. */
const FORMULA = /^'*[=+\-@]/;

/** Read a block. The line end after the last row, which spreadsheets add, makes no row. */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length;) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    rows.at(-1)!.push(cell);
    if (next >= text.length) break;
    if (text[next] === '\t') at = next + 1;
    else {
      at = next + (text.startsWith('\r\n', next) ? 2 : 1);
      if (at >= text.length) break;
      rows.push([]);
    }
  }
  return rows.map((row) => row.map((cell) => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell)));
}

const END = /[\t\r\n]/g;

function plain(text: string, from: number): [string, number] {
  END.lastIndex = from;
  const end = END.exec(text)?.index ?? text.length;
  return [text.slice(from, end), end];
}

/** A cell in quotes; one whose quotes do not close before the cell ends is read as it stands. */
function quoted(text: string, from: number): [string, number] {
  let cell = '';
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at]!;
    else if (text[at + 1] === '"') cell += text[at++]!;
    else return /[\t\r\n]/.test(text[at + 1] ?? '\n') ? [cell, at + 1] : plain(text, from);
  }
  return plain(text, from);
}

/**
 * Write a block. Words that a spreadsheet would run as a formula get the apostrophe it takes for "this is text".
 *
 * @param isNumber whether the cell is a number, whose minus is no formula
 */
export function writeBlock(block: Block, isNumber: (column: number) => boolean = () => false): string {
  const cellText = (cell: string, column: number) => {
    const safe = FORMULA.test(cell) && !isNumber(column) ? `'${cell}` : cell;
    return /[\t\r\n]|^"/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return block.map((row) => row.map(cellText).join('\t')).join('\n');
}
