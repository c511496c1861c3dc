/** Parts of actions, gathered by id. */
import type { Measure, Span } from './linear.ts';
import type { ActionPart } from './response-types.ts';
import type { CityActions, CityRow } from './result.ts';

/** Whose series are measured. */
export function spanOf({ firstYear, lastYear }: CityRow, fgasPerTonne: number): Span {
  return { firstYear, lastYear, fgasPerTonne };
}

/** Grows city by city; an action counts once for each city that has it. */
export class ActionParts {
  readonly #targets: number;
  readonly #byId = new Map<string, { name: string; cities: number; kelvin: Float64Array; tonnes: Float64Array }>();

  constructor(targets: number) {
    this.#targets = targets;
  }

  add({ names, rows, block }: CityActions, span: Span, kelvin: Measure, tonnes: Measure): void {
    const parts = names.map(({ id, name }) => this.#partOf(id, name));
    for (const part of new Set(parts)) part.cities++;
    const years = block.length / rows.length;
    rows.forEach(([action, gas], row) => {
      const series = block.subarray(row * years, (row + 1) * years);
      kelvin(parts[action]!.kelvin, 0, gas, series, span);
      // F-gases are CO2e already.
      tonnes(parts[action]!.tonnes, 0, gas, series, { ...span, fgasPerTonne: 1 });
    });
  }

  #partOf(id: string, name: string) {
    const zeros = () => new Float64Array(this.#targets);
    const part = this.#byId.get(id) ?? { name, cities: 0, kelvin: zeros(), tonnes: zeros() };
    this.#byId.set(id, part);
    return part;
  }

  list(): readonly ActionPart[] {
    return [...this.#byId].map(([id, { name, cities, kelvin, tonnes }]) => ({
      id,
      name,
      cities,
      kelvin: [...kelvin],
      tonnes: [...tonnes],
    }));
  }
}
