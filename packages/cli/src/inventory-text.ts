/** Inventories as aligned text for a terminal. */
import {
  SECTORS,
  totalsBySector,
  type Boundary,
  type Completeness,
  type Finding,
  type Inventory,
  type InventoryTotals,
  type Sector,
} from '@thousand-cities/model';

const BOUNDARY_NAMES: readonly (readonly [Boundary, string])[] = [
  ['basic', 'BASIC'],
  ['basicPlus', 'BASIC+'],
  ['basicPlusS3', 'BASIC+S3'],
  ['territorial', 'Territorial'],
];

const SECTOR_NAMES: Readonly<Record<Sector, string>> = {
  I: 'Stationary energy',
  II: 'Transport',
  III: 'Waste',
  IV: 'Industry and products',
  V: 'Land and livestock',
  VI: 'Other scope 3',
};

/** Findings shown before "and n more". */
const MOST_FINDINGS = 8;

const SIGNS: Readonly<Record<Finding['severity'], string>> = { error: '✖', warning: '!', note: '·' };

/** What is said of one inventory. */
export interface InventoryReport {
  readonly inventory: Inventory;
  /** As the file writes it. */
  readonly country: string;
  readonly totals: InventoryTotals;
  readonly completeness: Readonly<Record<Boundary, Completeness>>;
  readonly findings: readonly Finding[];
}

/** One inventory in full: totals with their gaps, sectors, findings. */
export function inventoryText(report: InventoryReport): string {
  const { inventory, country } = report;
  const { city, year, population, gwpSet } = inventory;
  const people = population === undefined ? 'residents unknown' : `${count(population)} residents`;
  const title = `${city.name}, ${country}, ${year}  (${people}, ${gwpSet})`;
  return [
    title,
    '─'.repeat(title.length),
    ...totalLines(report),
    '',
    ...sectorLines(report),
    ...activityLines(report),
    ...findingLines(report),
    ...nextLines(report),
    '',
  ].join('\n');
}

function totalLines({ inventory, totals, completeness }: InventoryReport): readonly string[] {
  const { population } = inventory;
  return [
    row('', 't CO2e', 't per head', 'reported'),
    ...BOUNDARY_NAMES.map(([boundary, name]) => {
      const { co2eTonnes } = totals[boundary];
      const { answered, required, missing } = completeness[boundary];
      const perHead = population === undefined || population <= 0 ? '–' : (co2eTonnes / population).toFixed(2);
      const gaps = missing.length === 0 ? '' : `   missing ${abridge(missing, 6)}`;
      return `${row(name, count(co2eTonnes), perHead, `${answered} of ${required}`)}${gaps}`;
    }),
  ];
}

function sectorLines({ inventory }: InventoryReport): readonly string[] {
  const sums = totalsBySector(inventory);
  const whole = SECTORS.reduce((sum, sector) => sum + Math.max(0, sums[sector]), 0);
  return SECTORS.filter((sector) => sums[sector] !== 0).map((sector) => {
    const part = whole > 0 ? Math.max(0, sums[sector]) / whole : 0;
    return `${row(SECTOR_NAMES[sector], count(sums[sector]), `${Math.round(100 * part)} %`, '')} ${'█'.repeat(Math.round(20 * part))}`.trimEnd();
  });
}

/** Where the factors come from, for an inventory calculated from activity data. */
function activityLines({ inventory }: InventoryReport): readonly string[] {
  const lines = inventory.rows.filter(({ activity }) => activity !== undefined);
  if (lines.length === 0) return [];
  const own = lines.filter(({ method }) => method === 'own-factor').length;
  const told = lines.filter(({ method }) => method === 'as-reported').length;
  const parts = [
    [lines.length - own - told, 'by published default factors'],
    [own, 'by your own factors'],
    [told, 'as you report them'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, how]) => `${number} ${how}`);
  return ['', `Calculated from ${plural(lines.length, 'activity', 'activities')}: ${said.join(', ')}.`];
}

/** What to do about references that nobody has filled in: said only where BASIC lacks some. */
function nextLines({ completeness }: InventoryReport): readonly string[] {
  const { missing, answered, required } = completeness.basic;
  if (missing.length === 0 || answered === required) return [];
  return [
    '',
    `For BASIC, ${missing.length === 1 ? 'one reference is' : `${missing.length} references are`} still open. Give a figure or activity, or a notation key:`,
    'NO does not occur · IE (reference) is included there · NE is not estimated, with the reason · C is confidential.',
  ];
}

function findingLines({ findings }: InventoryReport): readonly string[] {
  if (findings.length === 0) return ['', 'No findings.'];
  const shown = findings
    .slice(0, MOST_FINDINGS)
    .flatMap(({ severity, message, remedy }) => [`${SIGNS[severity]} ${message}`, `  → ${remedy}`]);
  const rest = findings.length - MOST_FINDINGS;
  return [
    '',
    `Findings (${tally(findings)}):`,
    ...shown,
    ...(rest > 0 ? [`… and ${rest} more; --json has them all.`] : []),
  ];
}

/** Many inventories, one line each. */
export function overviewText(reports: Iterable<InventoryReport>): string {
  const head = ['City', 'Year', 'BASIC', 'BASIC+', 'Territorial', 'BASIC complete', 'Findings'];
  const body = Array.from(reports, ({ inventory, totals, completeness, findings }) => [
    inventory.city.name,
    String(inventory.year),
    count(totals.basic.co2eTonnes),
    count(totals.basicPlus.co2eTonnes),
    count(totals.territorial.co2eTonnes),
    `${completeness.basic.answered} of ${completeness.basic.required}`,
    findings.length === 0 ? 'none' : tally(findings),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...body.map((line) => line[column]!.length)));
  const align = (line: readonly string[]): string =>
    line
      .map((text, column) =>
        column === 0 || column === 6 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  return `${[align(head), ...body.map(align)].join('\n')}\n\n${body.length} inventories, t CO2e.\n`;
}

function tally(findings: readonly Finding[]): string {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => plural(number, severity, `${severity}s`))
    .join(', ');
}

function plural(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function row(name: string, figure: string, second: string, third: string): string {
  return `${name.padEnd(22)}${figure.padStart(14)}${second.padStart(12)}${third.padStart(11)}`.trimEnd();
}

function abridge(list: readonly string[], most: number): string {
  return list.length <= most ? list.join(', ') : `${list.slice(0, most).join(', ')} and ${list.length - most} more`;
}

/** A whole number with thin groups; a small one keeps two digits. */
function count(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 }).replaceAll(',', '\u202f');
}
