/**
 * Make `climate/observed-warming.csv` from the files of the Indicators of Global Climate Change.
 *
 *     npx tsx packages/reference/scripts/climate/observed.ts <input directory>
 *
 * The input directory holds, under the publishers' names, the files of ClimateIndicator/data (tag v2025.06.11) and of
 * ClimateIndicator/forcing-timeseries; docs/methods/climate.md says more.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCsv, type Row } from '../places/inputs.ts';

const dir = process.argv[2];
if (dir === undefined) throw new Error('say where the input files are: observed.ts <input directory>');

const HEADER = 'kind,first_year,last_year,warming_k,low_k,high_k,status,source';
/** Ten-year means for which the human-induced part is assessed too. */
const DECADES = [2010, 2015];

/** First and last year: the publishers give the instants before and after. */
const yearsOf = (row: Row): string => `${row['timebound_lower']!},${Number(row['timebound_upper']) - 1}`;
const humanInduced = (row: Row, status: string, source: string): string =>
  ['human-induced', yearsOf(row), row['anthropogenic_p50'], row['anthropogenic_p05'], row['anthropogenic_p95'], status, source].join(','); // prettier-ignore

const annual = readCsv(dir, 'gmst_annual_averages.csv').map(
  (row) => `gmst,${yearsOf(row)},${row['GMST']!},,,assessed,igcc-2024`,
);
const latest = readCsv(dir, 'IGCC_GMST_to2025_forcing-timeseries.csv').filter((row) => row['time'] === '2025.5');
const provisional = latest.map((row) => `gmst,2025,2025,${row['GMST']!},,,provisional,igcc-2025-gmst`);
const decades = readCsv(dir, 'gmst_decadal_averages.csv')
  .filter((row) => DECADES.includes(Number(row['timebound_lower'])))
  .map((row) => `gmst-decade,${yearsOf(row)},${row['GMST']!},,,assessed,igcc-2024`);

/** Single years stand twice, by two ways to take a year out of a trend; the headline is that of the special report on 1.5 °C. */
const assessed = readCsv(dir, 'Assessment-Update-2024_GMST_headlines.csv').filter(
  (row) => Number(row['timebound_upper']) - Number(row['timebound_lower']) === 10 || row['notes'] !== '',
);
const extrapolated = readCsv(dir, 'Assessment-Extrapolation-2025_GMST_headlines.csv').filter(
  (row) => row['timebound_upper'] === '2026',
);
const human = [
  ...assessed.map((row) => humanInduced(row, 'assessed', 'igcc-2024')),
  ...extrapolated.map((row) => humanInduced(row, 'provisional', 'igcc-2025-extrapolation')),
];

const lines = [HEADER, ...annual, ...provisional, ...decades, ...human];
writeFileSync(fileURLToPath(new URL('../../climate/observed-warming.csv', import.meta.url)), `${lines.join('\n')}\n`);
process.stderr.write(`observed-warming: ${lines.length - 1} rows\n`);
