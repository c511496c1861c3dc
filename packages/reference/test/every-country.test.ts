/** A plan can be drafted and evaluated in every country that has a city. */
import { describe, expect, it } from 'vitest';
import { evaluate, planOf } from '@thousand-cities/model';
import { draftFor } from '@thousand-cities/reference';
import { draftKit, loadReference } from '@thousand-cities/reference/node';

const reference = loadReference();
const kit = draftKit();
/** The largest city of each country. */
const largest = new Map(
  [...reference.gazetteer.cities].sort((a, b) => a.population - b.population).map((city) => [city.iso2, city]),
);

describe('the largest city of every country', () => {
  it('counts more than two hundred of them', () => expect(largest.size).toBeGreaterThan(200));

  it.each([...largest.values()].map((city) => [city.iso2, city.name, city] as const))(
    '%s: %s',
    (_iso2, _name, city) => {
      const { plan } = draftFor(city, reference, kit);
      const outcome = evaluate(planOf(JSON.parse(JSON.stringify(plan))), reference);
      expect(outcome.emissions.bau.every((tonnes) => tonnes > 0)).toBe(true);
      expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      // The inventory the plan starts from is what its cells add up to.
      expect(outcome.findings.map(({ code }) => code)).not.toContain('cells-differ');
    },
  );
});
