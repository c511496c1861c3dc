import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { series } from './city.case.ts';
import { creditOf, gridFactors, gridSaving } from './grid-share.ts';

/** Net and spare of one year: grid from `used` to `uses`, own plants from `made` to `makes`. */
function netAndSpare(used: number, uses: number, made = 0, makes = made): [number, number] {
  const { net, spare } = gridSaving(
    {
      grid: { reference: series(used), plan: series(uses) },
      generation: { reference: series(made), plan: series(makes) },
    },
    1,
  );
  return [net[0]!, spare[0]!];
}

describe('a city’s saving of grid energy, after its own plants', () => {
  it('counts in full where the city makes none', () => expect(netAndSpare(100, 40)).toEqual([60, 0]));
  it('less what its plants save, which scope 1 shows', () => expect(netAndSpare(100, 40, 50, 30)).toEqual([40, 0]));
  it('plants that save more leave nothing, and something to spare', () =>
    expect(netAndSpare(100, 40, 200, 100)).toEqual([0, 40]));
  it('more taken from the grid is a debit', () => expect(netAndSpare(100, 130)).toEqual([-30, 0]));
  it('less what its own plants emit more', () => expect(netAndSpare(100, 130, 50, 60)).toEqual([-20, 0]));
  it('plants that emit more add nothing to a saving', () => expect(netAndSpare(100, 40, 50, 60)).toEqual([60, -10]));
  it('no more than the reference emissions of the grid', () => {
    expect(netAndSpare(100, -20)).toEqual([100, 0]);
    expect(gridSaving({ grid: { reference: series(100), plan: series(-20) } }, 1).isCapped).toBe(true);
  });
  it('without a plan for the grid there is nothing', () => {
    const { net } = gridSaving({ grid: { reference: series(100) } }, 1);
    expect(net).toEqual(series(0));
  });
});

describe('cities of one country', () => {
  it('share what no plant of the network shows already, in proportion', () => {
    // 60 + 20 saved at the socket, 20 at plants: 60 of 80 are left, 45 and 15; 10 added and nothing against it stays
    const factors = gridFactors({
      saved: series(80),
      added: series(-10),
      spareSaved: series(20),
      spareAdded: series(0),
    });
    expect([60, 20, -10].map((net) => creditOf(net, factors, 0))).toEqual([45, 15, -10]);
  });

  it('never credit more than is saved once', () => {
    const tonnes = fc.double({ min: 0, max: 1e6, noNaN: true });
    const city = fc.tuple(tonnes, tonnes, tonnes, tonnes);
    fc.assert(
      fc.property(fc.array(city, { minLength: 1, maxLength: 6 }), (cities) => {
        const parts = cities.map((each) => netAndSpare(...each));
        const sum = (of: (part: [number, number]) => number) => series(parts.reduce((all, part) => all + of(part), 0));
        const factors = gridFactors({
          saved: sum(([net]) => Math.max(0, net)),
          added: sum(([net]) => Math.min(0, net)),
          spareSaved: sum(([, spare]) => Math.max(0, spare)),
          spareAdded: sum(([, spare]) => Math.min(0, spare)),
        });
        const credit = parts.reduce((all, [net]) => all + creditOf(net, factors, 0), 0);
        const atSockets = cities.reduce((all, [used, uses]) => all + Math.max(0, used - uses), 0);
        expect(credit).toBeLessThanOrEqual(atSockets + 1e-6);
        cities.forEach(([used], i) => expect(creditOf(parts[i]![0], factors, 0)).toBeLessThanOrEqual(used));
        // with what plants save in scope 1, the network never claims more than sockets and plants together could
        const atPlants = cities.reduce((all, [, , made, makes]) => all + made - makes, 0);
        const saved = cities.reduce((all, [used, uses]) => all + used - uses, 0);
        if (saved >= 0 && atPlants >= 0 && cities.every(([used, uses, made, makes]) => used >= uses && made >= makes))
          expect(credit + atPlants).toBeLessThanOrEqual(Math.max(saved, atPlants) + 1e-6);
      }),
    );
  });
});
