/** Uncertain figures as flat tables, so that a draw is one pass over typed arrays. Certain figures are set once and left. */
import { quantilesOf } from './distributions.ts';
import type { Multiplier, RangedFigure } from './uncertain-inputs.ts';

/** Standard normal values of every input in every draw: input d in draw n is `values[d · draws + n]`. */
export interface Normals {
  readonly values: Float64Array;
  readonly draws: number;
}

/** Lognormal multipliers that are uncertain: where each goes, its dimension and its σ. */
export interface Multipliers {
  readonly place: Int32Array;
  readonly dimension: Int32Array;
  readonly sigma: Float64Array;
}

export function multipliersOf(list: readonly Multiplier[]): Multipliers {
  const drawn = list.flatMap((multiplier, place) => (multiplier.dimension < 0 ? [] : [{ ...multiplier, place }]));
  return {
    place: Int32Array.from(drawn, ({ place }) => place),
    dimension: Int32Array.from(drawn, ({ dimension }) => dimension),
    sigma: Float64Array.from(drawn, ({ sigma }) => sigma),
  };
}

/** Write the drawn multipliers into `out`; the rest of `out` stays as it is. */
export function drawMultipliers(table: Multipliers, { values, draws }: Normals, n: number, out: Float64Array): void {
  const { place, dimension, sigma } = table;
  for (let i = 0; i < place.length; i++) out[place[i]!] = Math.exp(sigma[i]! * values[dimension[i]! * draws + n]!);
}

/** Figures given as ranges, by place; certain ones have dimension −1. */
export interface Figures {
  readonly dimension: Int32Array;
  readonly central: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly geometric: Uint8Array;
  readonly least: number;
  readonly most: number;
}

/**
 * @param limits bounds of the drawn figure; `relative` draws it as a multiple of the central figure (1 where there is none)
 */
export function figuresOf(
  list: readonly (RangedFigure | undefined)[],
  limits: { readonly least?: number; readonly most?: number; readonly relative?: boolean } = {},
): Figures {
  const { least = -Infinity, most = Infinity, relative = false } = limits;
  const fitted = list.map((figure) => {
    if (!figure || (relative && figure.range.central === 0))
      return { central: 1, below: 0, above: 0, geometric: false };
    const quantiles = quantilesOf(figure.range);
    if (!relative) return quantiles;
    // Exponents are relative as they stand; slopes are divided by the central figure.
    const unit = quantiles.geometric ? 1 : quantiles.central;
    return { ...quantiles, central: 1, below: quantiles.below / unit, above: quantiles.above / unit };
  });
  return {
    dimension: Int32Array.from(list, (figure) => figure?.dimension ?? -1),
    central: Float64Array.from(fitted, ({ central }) => central),
    below: Float64Array.from(fitted, ({ below }) => below),
    above: Float64Array.from(fitted, ({ above }) => above),
    geometric: Uint8Array.from(fitted, ({ geometric }) => Number(geometric)),
    least,
    most,
  };
}

/** Write every figure into `out`: drawn where it is uncertain, central where not, within the limits. */
export function drawFigures(table: Figures, { values, draws }: Normals, n: number, out: Float64Array): void {
  const { dimension, central, below, above, geometric, least, most } = table;
  for (let i = 0; i < dimension.length; i++) {
    const d = dimension[i]!;
    let value = central[i]!;
    if (d >= 0) {
      const z = values[d * draws + n]!;
      const step = (z < 0 ? below[i]! : above[i]!) * z;
      value = geometric[i] === 1 ? value * Math.exp(step) : value + step;
    }
    out[i] = value < least ? least : value > most ? most : value;
  }
}
