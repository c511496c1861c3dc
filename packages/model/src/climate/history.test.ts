import { describe, expect, it } from 'vitest';
import { flatWorld } from './climate.case.ts';
import { withDelta } from './delta.ts';
import { historyFindings } from './history.ts';

const own = flatWorld(2100);
const changed = (species: string, firstYear: number, value: number) =>
  withDelta(own, [{ species, firstYear, values: Float64Array.of(value) }], 'mine');

describe('the history of emissions', () => {
  it('of the calibration passes, whatever comes after 2022', () => {
    expect(historyFindings(own, own)).toEqual([]);
    expect(historyFindings(changed('CO2 AFOLU', 2023, -15), own)).toEqual([]);
  });

  it('may differ by rounding', () => {
    // 0.4 % of the largest figure, 10.
    expect(historyFindings(changed('CH4', 2000, 0.04), own)).toEqual([]);
  });

  it('that differs is named with species and year', () => {
    const [finding, ...more] = historyFindings(changed('CH4', 2022, -0.5), own);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'climate-history-differs', severity: 'warning' });
    expect(finding!.message).toContain('CH4 in 2022 is 9.5 where the calibration has 10');
  });

  it('in another unit is named once, the worst species first', () => {
    const thousandfold = flatWorld(2100, { 'CO2 FFI': 10_000, CH4: 20 });
    const [finding] = historyFindings(thousandfold, own);
    expect(finding!.message).toMatch(/CO2 FFI in 1750 is 10000 .*; also CH4\./);
  });

  it('of a species the calibration never emits is compared too', () => {
    const none = flatWorld(2100, { NF3: 0 });
    expect(historyFindings(flatWorld(2100, { NF3: 1 }), none)[0]!.values).toMatchObject({ species: 'NF3' });
    expect(historyFindings(none, none)).toEqual([]);
  });
});
