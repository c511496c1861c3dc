/** One delimited record into fields, by RFC 4180 (`"` around a field, `""` for a quotation mark inside it). */

/** The fields; or `open` when a quoted field goes on in the next line; or `stray` for a quotation mark where none can be. */
export type Split = string[] | 'open' | 'stray';

/**
 * Split a record at a delimiter.
 *
 * @param record without its line end; may hold line ends inside quotation marks
 */
export function splitRecord(record: string, delimiter: string): Split {
  if (!record.includes('"')) return record.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = record[at] === '"';
    const end = quoted ? closingQuote(record, at + 1) + 1 : endOfPlain(record, at, delimiter);
    if (quoted && end === 0) return 'open';
    const raw = record.slice(at, end);
    if (quoted) fields.push(raw.slice(1, -1).replaceAll('""', '"'));
    else if (raw.includes('"')) return 'stray';
    else fields.push(raw);
    if (end === record.length) return fields;
    if (record[end] !== delimiter) return 'stray';
    at = end + 1;
  }
}

/** Index of the quotation mark that closes the field, or −1. */
function closingQuote(record: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = record.indexOf('"', at);
    if (at === -1 || record[at + 1] !== '"') return at;
  }
}

function endOfPlain(record: string, from: number, delimiter: string): number {
  const end = record.indexOf(delimiter, from);
  return end === -1 ? record.length : end;
}
