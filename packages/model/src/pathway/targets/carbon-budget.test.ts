import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTarget } from './compute.ts';
import { constantCutRate } from './carbon-budget.ts';
import { ceiling, country, inputs } from './fixture.case.ts';

const spec = (parameters: Record<string, number | string>) => ({ id: 'b', kind: 'carbon-budget', parameters }) as const;
const valueOf = (path: ReturnType<typeof computeTarget>, name: string) =>
  path.inputs.find((input) => input.name.startsWith(name))!.value as number;

describe('the constant yearly cut', () => {
  it('uses a budget exactly, for ever: r = E₀ / (B + E₀) (E₀ = 100, B = 900 → 10 %; 100·0.9 + 100·0.81 + … = 900)', () => {
    const rate = constantCutRate(100, 900);
    expect(rate).toBeCloseTo(0.1, 12);
    let sum = 0;
    for (let t = 1; t < 1000; t++) sum += 100 * (1 - rate) ** t;
    expect(sum).toBeCloseTo(900, 6);
  });

  it('is everything at once when nothing is left', () => {
    expect(constantCutRate(100, 0)).toBe(1);
    expect(constantCutRate(100, -5)).toBe(1);
  });
});

describe('a share of the carbon budget', () => {
  it('by population: 500 Gt · 100 000 / 8 000 000 000 = 6.25 million t; r = 0.8 / (6.25 + 0.8)', () => {
    const path = computeTarget(spec({}), inputs);
    expect(valueOf(path, 'budget of the city')).toBeCloseTo(6_250_000, 3);
    expect(ceiling(path, 2019)).toBe(800_000);
    expect(ceiling(path, 2020)).toBeCloseTo(800_000 * (1 - 0.8 / 7.05), 3);
    expect(ceiling(path, 2030)).toBeCloseTo(800_000 * (1 - 0.8 / 7.05) ** 11, 3);
  });

  it('by grandfathering: 500 Gt · 0.8 Mt / 40 Gt = 10 million t', () => {
    const path = computeTarget(spec({ allocation: 'grandfathering' }), inputs);
    expect(valueOf(path, 'budget of the city')).toBeCloseTo(10_000_000, 3);
  });

  it('by capability: population share · (12 500 / 42 500)^½ / 1.77', () => {
    // Exland in 2019, straight between 40 000 (2018) and 50 000 (2022): 42 500 USD per head
    const path = computeTarget(spec({ allocation: 'capability' }), inputs);
    expect(valueOf(path, 'budget of the city')).toBeCloseTo((6_250_000 * Math.sqrt(12_500 / 42_500)) / 1.77, 3);
  });

  it('counts CO2, never CO2e, and refuses to take CO2e in its stead', () => {
    expect(computeTarget(spec({}), inputs).counts).toBe('co2');
    const { baseCo2: _co2, ...without } = inputs;
    expect(() => computeTarget(spec({}), without)).toThrow(
      expect.objectContaining({ code: 'missing-figure', message: expect.stringContaining('CO2 only') }),
    );
  });

  it('takes probabilities as 0.67, 67 and "67 %"', () => {
    for (const probability of [0.67, 67, '0.67', '67 %']) {
      expect(valueOf(computeTarget(spec({ probability }), inputs), 'world budget')).toBe(400);
    }
    expect(valueOf(computeTarget(spec({ limit: 2 }), inputs), 'world budget')).toBe(1350);
  });

  it('refuses a limit or probability the set does not hold, and says what it holds', () => {
    expect(() => computeTarget(spec({ limit: 2, probability: 0.83 }), inputs)).toThrow(
      expect.objectContaining({
        code: 'missing-figure',
        message: expect.stringContaining('1.5 °C at 0.5, 0.67, 0.83'),
      }),
    );
  });

  it('refuses an unknown allocation and a misspelt parameter', () => {
    expect(() => computeTarget(spec({ allocation: 'lottery' }), inputs)).toThrow(
      'population, grandfathering, capability',
    );
    expect(() => computeTarget(spec({ probabilty: 0.5 }), inputs)).toThrow('no parameter "probabilty"');
  });

  it('counts what was emitted since the budget began, at the level of the base year', () => {
    // budget from 2020, base year 2023: four years at 800 000 t are gone
    const path = computeTarget(spec({}), { ...inputs, baseYear: 2023 });
    expect(valueOf(path, 'budget left to the city')).toBeCloseTo(6_250_000 - 4 * 800_000, 3);
  });

  it('holds the years before the budget begins and does not count them', () => {
    const path = computeTarget(spec({}), { ...inputs, baseYear: 2017 });
    expect(ceiling(path, 2019)).toBe(800_000);
    expect(ceiling(path, 2020)).toBeCloseTo(800_000 * (1 - 0.8 / 7.05), 3);
    expect(path.cumulativeBudget + valueOf(path, 'budget left after')).toBeCloseTo(6_250_000 + 2 * 800_000, 3);
  });

  it('says plainly when the budget has been spent', () => {
    const path = computeTarget(spec({ share: 1e-9 }), { ...inputs, baseYear: 2023 });
    expect(path.emissions.slice(1).every((tonnes) => tonnes === 0)).toBe(true);
    expect(path.netZeroYear).toBe(2024);
    expect(path.explanation).toContain('has been spent');
  });

  it('refuses an exponent whose shares it cannot make sum to 1', () => {
    expect(() => computeTarget(spec({ allocation: 'capability', capabilityExponent: 1 }), inputs)).toThrow(
      'capabilityNormaliser',
    );
    const path = computeTarget(spec({ allocation: 'capability', capabilityExponent: 0 }), inputs);
    expect(valueOf(path, 'budget of the city')).toBeCloseTo(6_250_000, 3);
  });

  it('keeps back what is reserved', () => {
    expect(valueOf(computeTarget(spec({ reserved: 0.1 }), inputs), 'budget of the city')).toBeCloseTo(5_625_000, 3);
  });

  it('names a country without GDP', () => {
    const { gdpPerHead: _gdp, ...without } = country;
    expect(() => computeTarget(spec({ allocation: 'capability' }), { ...inputs, country: without })).toThrow(
      'GDP per head of Exland',
    );
  });

  it('spends the budget and no more, whatever the shape, and never goes below nought', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e8, noNaN: true }),
        fc.double({ min: 1e-8, max: 1e-3, noNaN: true }),
        fc.constantFrom('constant-rate', 'straight-line'),
        (baseCo2, share, shape) => {
          const path = computeTarget(spec({ share, shape }), { ...inputs, baseCo2 });
          const budget = 500e9 * share;
          expect(Math.min(...path.emissions)).toBeGreaterThanOrEqual(0);
          const left = valueOf(path, 'budget left after');
          expect(left).toBeGreaterThanOrEqual(-1e-6 * budget);
          expect(Math.abs(path.cumulativeBudget + left - budget)).toBeLessThan(1e-9 * (budget + baseCo2));
          if (shape === 'constant-rate') {
            // what is left is the tail of the series: E_H · (1 − r) / r
            const rate = constantCutRate(baseCo2, budget);
            const tail = (path.emissions.at(-1)! * (1 - rate)) / rate;
            expect(Math.abs(left - tail)).toBeLessThan(1e-6 * (budget + baseCo2));
          }
        },
      ),
    );
  });

  it('uses a straight-line budget to the last tonne when zero comes before the horizon', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 14, noNaN: true }), (yearsOfBudget) => {
        const path = computeTarget(spec({ shape: 'straight-line', share: (yearsOfBudget * 800_000) / 500e9 }), inputs);
        expect(path.cumulativeBudget).toBeCloseTo(yearsOfBudget * 800_000, 3);
        expect(path.emissions.at(-1)).toBe(0);
        for (let i = 1; i < path.emissions.length; i++)
          expect(path.emissions[i]!).toBeLessThanOrEqual(path.emissions[i - 1]!);
      }),
    );
  });

  it('allows less for a surer chance', () => {
    const sum = (probability: number) => computeTarget(spec({ probability }), inputs).cumulativeBudget;
    expect(sum(0.83)).toBeLessThan(sum(0.67));
    expect(sum(0.67)).toBeLessThan(sum(0.5));
  });
});
