/**
 * The compiled form of a plan: flat typed arrays that the sliders, the draws and the optimiser share.
 *
 * A **stream** is a part of the city's emissions whose size is a product over actions. With x_a(y) in 0…1 the adoption of
 * action a in year y (size × curve since its start), the amount of stream s is
 *
 *   own stream    E_s(y) = base_s(y) · Π_terms (1 − effect · x_a(y))
 *   moved stream  E_s(y) = base_s(y) · [moverEffect_s · x_m(y)] · Π_terms (1 − effect · x_a(y)),  m = mover_s
 *
 * Own streams are what cells emit; moved streams are what arrives in another cell because action m shifted or diverted it
 * there (base_s is then the whole source activity × ratio × target factor), or what a sink removes (base_s negative).
 * Where two shifts leave the same cell, the canonical later one has the earlier one among its terms, so nothing moves twice.
 * Every term is linear in its own action and an action never appears in two terms of a stream with itself as mover, so at
 * x in {0,1} the total is a multilinear function of "is a in the plan", which makes Shapley shares an exact integral, and
 * on fixed sizes each product is exp(linear), which makes the optimiser's cuts exact.
 *
 * The energy bill is made of streams too: `bill` is what the stream's activity costs per year before terms. A stream
 * has one list of terms; where a lever lowers emissions but not the bill (green procurement), or acts on some gases only
 * (landfill gas capture), the cell is split into streams so that each stream's terms act on all of it.
 */
export interface CompiledPlan {
  readonly years: readonly number[];
  /** Canonical order: by id. */
  readonly actionIds: readonly string[];
  readonly cellIds: readonly string[];
  readonly streamCount: number;
  /** [stream × year] t CO2e inside the plan's boundary; 0 where the emitting cell lies outside it. */
  readonly base: Float64Array;
  /** [stream × channel × year] by channel (t, fgas in t CO2e), inside the boundary. */
  readonly baseByChannel: Float64Array;
  /** [stream × year] currency per year. */
  readonly bill: Float64Array;
  /** [stream] index of the cell that emits. */
  readonly cell: Int32Array;
  /** [stream] action that moves the stream here, or −1 for an own stream. */
  readonly mover: Int32Array;
  /** [stream] effect at full adoption of the mover; 0 for own streams. */
  readonly moverEffect: Float64Array;
  /** [stream] index of the mover's adoption curve (see `curveAction`), or −1. */
  readonly moverCurve: Int32Array;
  /** [stream + 1] offsets into the term arrays. */
  readonly termStart: Int32Array;
  readonly termAction: Int32Array;
  /** Adoption curve of the term: an action has one curve for each response time its cells have. */
  readonly termCurve: Int32Array;
  readonly termEffect: Float64Array;
  /** [curve] action and response time in years (0 = at once) of each adoption curve. */
  readonly curveAction: Int32Array;
  readonly curveResponseYears: Float64Array;
  /**
   * [curve × years since start] adoption at size 1: entry k is the year start + k, so x(y) = size · unit[y − start].
   * The first `actionIds.length` curves are the actions' own, without response, in action order.
   */
  readonly curveUnit: Float64Array;
  /** [stream] index of the cell whose activity flows: the emitting cell itself, its parent, or where a mover took it from; −1 for add-sink. */
  readonly source: Int32Array;
  /** [lever] action and place in `action.levers`, in canonical order; terms and movers point here. */
  readonly leverAction: Int32Array;
  readonly leverIndex: Int32Array;
  /** [stream] lever that moves the stream here, or −1; [term] lever of the term. */
  readonly moverLever: Int32Array;
  readonly termLever: Int32Array;
  /** [channel] t CO2e per tonne in the plan's GWP set (`fgas`: 1). */
  readonly channelWeight: Float64Array;
}
