/** Shapley's value of a game, by all its coalitions. */
import { DomainError } from '../errors.ts';

/**
 * Share the value of a game among its players by Shapley: each player's mean gain over all orders of joining.
 *
 *   φ_k = Σ_{S ∌ k} |S|! (n − |S| − 1)! / n! · (v(S ∪ k) − v(S))
 *
 * Values every coalition, 2ⁿ of them: for few players, and to check faster ways.
 *
 * @param value worth of a coalition; bit k of `members` is set when player k is in
 * @throws {DomainError} `out-of-range` for more than 20 players
 */
export function shapleyOf(players: number, value: (members: number) => number): number[] {
  if (players > 20) throw new DomainError('out-of-range', `${players} players have too many coalitions`, ['actions']);
  const worth = Array.from({ length: 2 ** players }, (_, members) => value(members));
  const weight = weightsBySize(players);
  return Array.from({ length: players }, (_, k) =>
    worth.reduce((share, without, members) => {
      if (members & (1 << k)) return share;
      return share + weight[sizeOf(members)]! * (worth[members | (1 << k)]! - without);
    }, 0),
  );
}

/** |S|! (n − |S| − 1)! / n! for |S| = 0 … n − 1, without large factorials: 1 / (n · C(n − 1, |S|)). */
function weightsBySize(players: number): number[] {
  const weights: number[] = [];
  let choose = 1;
  for (let size = 0; size < players; size++) {
    weights.push(1 / (players * choose));
    choose = (choose * (players - 1 - size)) / (size + 1);
  }
  return weights;
}

function sizeOf(members: number): number {
  let size = 0;
  for (let rest = members; rest > 0; rest >>>= 1) size += rest & 1;
  return size;
}
