/** Write NOTICE from the table of sources, or with `--check` say whether it is up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureLibraries, root } from './setup.mjs';

/** The text of NOTICE for a list of sources. */
export function noticeText(sources) {
  const lines = sources
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((s) => `- ${s.title}. ${s.publisher}, ${s.year}. Licence: ${s.licence}.${s.url ? ` ${s.url}` : ''} [${s.id}]`);
  return [
    'Thousand Cities',
    'Copyright 2026 the Thousand Cities authors',
    '',
    'Code: Apache License 2.0 (LICENSE). Own tables, documents and examples: CC BY 4.0',
    '(packages/reference/tables/LICENSE.md).',
    '',
    'The reference tables hold figures from the sources below, in our own form. Each figure names its source by the id in',
    'brackets.',
    '',
    ...lines,
    '',
    'Sobol direction numbers: S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections,',
    'SIAM J. Sci. Comput. 30 (2008); the notice stands in packages/model/src/uncertainty/sobol-directions.ts.',
    '',
    'The map shows Natural Earth data (public domain) as packaged by world-atlas (ISC). The optimiser runs HiGHS (MIT).',
    'Common passwords are refused by a list derived from zxcvbn 4.4.2 (MIT, Dan Wheeler and Dropbox).',
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureLibraries();
  const { parseSources } = await import(pathToFileURL(join(root, 'packages/reference/dist/index.js')).href);
  const tables = ['tables/sources', 'tables/actions/sources', 'climate/sources', 'network/sources'];
  const read = (name) => readFileSync(join(root, `packages/reference/${name}.csv`), 'utf8');
  // A source of two tables is named once.
  const sources = new Map(tables.flatMap((name) => parseSources(read(name)).map((source) => [source.id, source])));
  const text = noticeText([...sources.values()]);
  const path = join(root, 'NOTICE');
  if (process.argv.includes('--check')) process.exitCode = readFileSync(path, 'utf8') === text ? 0 : 1;
  else writeFileSync(path, text);
}
