/** A city that is only named stands in a network as its draft would, without the plan. */
import { describe, expect, it } from 'vitest';
import { cityPathsOf } from '@thousand-cities/model';
import { draftFor, starterPathsFor } from '@thousand-cities/reference';
import { draftKit, loadReference } from '@thousand-cities/reference/node';

const reference = loadReference();
const kit = draftKit();

describe('starterPathsFor', () => {
  it.each(['Semarang', 'Hamburg', 'Nairobi', 'Curitiba'])('%s is where its draft begins', (name) => {
    const city = reference.gazetteer.find(name);
    const { plan } = draftFor(city, reference, kit);
    const drafted = cityPathsOf(plan, reference);
    const { plan: _plan, target: _target, actions: _actions, grid, ...rest } = drafted;
    const named = starterPathsFor(city, reference, kit);
    expect(named).toEqual({ ...rest, grid: { reference: grid!.reference } });
    expect(named.inventory).toEqual({ kind: 'starter', year: 2021, reportedShare: 0 });
  });

  it('takes the residents it is given', () => {
    const city = reference.gazetteer.find('Nairobi');
    const co2 = (residents: number) => starterPathsFor(city, reference, kit, { residents }).reference.co2[0]!;
    expect(starterPathsFor(city, reference, kit, { residents: 5_000_000 }).population).toBe(5_000_000);
    expect(co2(5_000_000)).toBeGreaterThan(co2(4_000_000));
  });
});
