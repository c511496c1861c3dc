/** Reading the raw inputs of the place tables: CSV, one-file spreadsheets, and country names as publishers write them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

export type Row = Readonly<Record<string, string>>;

/** Split RFC 4180 text into rows of fields. */
function splitCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i]!;
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      row.push(field);
      field = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (c !== '\r') field += c;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** Read a CSV file below the input directory into one object per line. */
export function readCsv(dir: string, path: string): Row[] {
  const [header = [], ...body] = splitCsv(readFileSync(join(dir, path), 'utf8').replace(/^\uFEFF/, ''));
  return body
    .filter((fields) => fields.length > 1)
    .map((fields) => Object.fromEntries(header.map((name, i) => [name.trim(), (fields[i] ?? '').trim()])));
}

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const textOf = (xml: string) => unescape([...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]!).join(''));

function columnIndex(reference: string): number {
  return [...reference.replace(/\d+/, '')].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Cells of one sheet of an Office Open XML workbook as text; a blank cell is an absent index. */
export function readSheet(dir: string, path: string, sheet: string): string[][] {
  const files = unzipSync(readFileSync(join(dir, path)));
  const part = (name: string) => {
    const bytes = files[name];
    if (!bytes) throw new Error(`${path} has no part ${name}`);
    return strFromU8(bytes);
  };
  // A workbook whose texts all stand in their cells has no table of shared ones.
  const shared = files['xl/sharedStrings.xml'] ? part('xl/sharedStrings.xml') : '';
  const strings = [...shared.matchAll(/<si>([\s\S]*?)<\/si>/g)].map((match) => textOf(match[1]!));
  const entry = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].find((match) =>
    unescape(match[0]).includes(`name="${sheet}"`),
  );
  const id = /r:id="([^"]+)"/.exec(entry?.[0] ?? '')?.[1];
  if (id === undefined) throw new Error(`${path} has no sheet "${sheet}"`);
  const relation = [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].find((match) =>
    match[0].includes(`Id="${id}"`),
  );
  const target = /Target="\/?(?:xl\/)?([^"]+)"/.exec(relation?.[0] ?? '')![1]!;
  return [...part(`xl/${target}`).matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map((row) => {
    const cells: string[] = [];
    for (const cell of row[1]!.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const reference = /r="([A-Z]+\d+)"/.exec(cell[1]!)![1]!;
      const inline = /<is>([\s\S]*?)<\/is>/.exec(cell[2] ?? '')?.[1];
      if (inline !== undefined) cells[columnIndex(reference)] = textOf(inline);
      const value = /<v>([^<]*)<\/v>/.exec(cell[2] ?? '')?.[1];
      if (value === undefined) continue;
      cells[columnIndex(reference)] = /t="s"/.test(cell[1]!) ? strings[Number(value)]! : unescape(value);
    }
    return cells;
  });
}

/** A number, or `undefined` for blank and non-numeric text. */
export function figure(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
