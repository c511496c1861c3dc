import { describe, expect, it } from 'vitest';
import { loadObservedWarming } from '../node.ts';
import { TableError } from '../table.ts';
import { parseObservedWarming } from './observed.ts';

describe('the observed record', () => {
  const { figures, sources } = loadObservedWarming();
  const of = (kind: string, firstYear: number, lastYear = firstYear) =>
    figures.find((figure) => figure.kind === kind && figure.firstYear === firstYear && figure.lastYear === lastYear);

  it('has the headline figures of the Indicators of Global Climate Change 2024', () => {
    // Forster et al. 2025: 2015–2024 observed 1.24, human-induced 1.22 (1.0–1.5); 2024 human-induced 1.36 (1.1–1.7), observed 1.52.
    expect(of('human-induced', 2024)).toMatchObject({ warming: 1.36, low: 1.1, high: 1.7, provisional: false });
    expect(of('human-induced', 2015, 2024)).toMatchObject({ warming: 1.22, low: 1, high: 1.5 });
    expect(of('gmst-decade', 2015, 2024)!.warming).toBeCloseTo(1.24, 2);
    expect(of('gmst', 2024)!.warming).toBeCloseTo(1.52, 2);
  });

  it('has every year from 1850, the last one marked as provisional', () => {
    const annual = figures.filter(({ kind }) => kind === 'gmst');
    expect(annual.map(({ firstYear }) => firstYear)).toEqual(Array.from({ length: 176 }, (_, i) => 1850 + i));
    expect(annual.filter(({ provisional }) => provisional).map(({ firstYear }) => firstYear)).toEqual([2025]);
  });

  it('has the mean of 1850 to 1900 at nought, as it is the zero of the scale', () => {
    const early = figures.filter(({ kind, firstYear }) => kind === 'gmst' && firstYear <= 1900);
    expect(Math.abs(early.reduce((sum, { warming }) => sum + warming, 0) / early.length)).toBeLessThan(0.005);
  });

  it.each([2010, 2015])('has ten-year means that are the means of ten years: %d', (year) => {
    const ten = Array.from({ length: 10 }, (_, i) => of('gmst', year + i)!.warming);
    expect(of('gmst-decade', year, year + 9)!.warming).toBeCloseTo(ten.reduce((sum, value) => sum + value) / 10, 3);
  });

  it('names a source with a licence for each figure', () => {
    for (const { source } of figures) expect(sources.map(({ id }) => id)).toContain(source);
    for (const { licence } of sources) expect(['CC-BY-4.0', 'MIT']).toContain(licence);
  });
});

describe('a faulty record', () => {
  const HEADER = 'kind,first_year,last_year,warming_k,low_k,high_k,status,source\n';
  const SOURCES = 'id,title,publisher,year,licence,url,locator\na,T,P,2025,CC-BY-4.0,,\n';
  const good = 'gmst,2024,2024,1.5,,,assessed,a\n';

  it('is no fault when it is sound', () => {
    expect(parseObservedWarming(HEADER + good, SOURCES).figures).toHaveLength(1);
  });

  it.each([
    ['an unknown kind', 'sea-level,2024,2024,1.5,,,assessed,a\n', 'kind'],
    ['an unknown source', 'gmst,2024,2024,1.5,,,assessed,b\n', 'source'],
    ['an unknown status', 'gmst,2024,2024,1.5,,,final,a\n', 'status'],
    ['a range above its figure', 'gmst,2024,2024,1.5,1.6,1.7,assessed,a\n', 'low_k'],
    ['a range below its figure', 'gmst,2024,2024,1.5,1.3,1.4,assessed,a\n', 'high_k'],
    ['years that run backwards', 'gmst,2024,2023,1.5,,,assessed,a\n', 'last_year'],
    ['a figure that stands twice', good + good, 'first_year'],
    ['no figure', 'gmst,2024,2024,,,,assessed,a\n', 'warming_k'],
  ])('is refused for %s', (_what, rows, column) => {
    const attempt = () => parseObservedWarming(HEADER + rows, SOURCES);
    expect(attempt).toThrow(TableError);
    expect(attempt).toThrow(`column "${column}"`);
  });
});
