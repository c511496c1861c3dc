/** Where to branch: the action least decided, and how its choices are divided. */
import type { Pick } from './evaluate-plan.ts';
import type { Tables } from './tables.ts';

/** Divide an action's choices by start year where starts differ, else by size, at the mean. */
export function divide(tables: Tables, z: Float64Array, first: number, last: number): (choice: number) => boolean {
  const { choices } = tables.problem;
  let mean = 0;
  let size = 0;
  let sum = 0;
  const starts = new Set<number>();
  for (let c = first; c < last; c++) {
    if (z[c]! <= 1e-7) continue;
    sum += z[c]!;
    mean += z[c]! * choices[c]!.startYear;
    size += z[c]! * choices[c]!.size;
    starts.add(choices[c]!.startYear);
  }
  if (starts.size > 1) return (c) => choices[c]!.startYear <= Math.min(mean / sum, Math.max(...starts) - 0.5);
  const sizes = range(last - first).flatMap((i) => (z[first + i]! > 1e-7 ? [choices[first + i]!.size] : []));
  return (c) => choices[c]!.size <= Math.min(size / sum, Math.max(...sizes) - 1e-9);
}

/** The action whose fraction weighs most: its outlay times how undecided it is. */
export function branchingAction(tables: Tables, z: Float64Array): number {
  let action = -1;
  let most = -1;
  for (let a = 0; a < tables.actionCount; a++) {
    let taken = 0;
    let squares = 0;
    let outlay = 0;
    for (let c = tables.choiceStart[a]!; c < tables.choiceStart[a + 1]!; c++) {
      const value = z[c]!;
      if (value <= 1e-7) continue;
      taken += value;
      squares += value * value;
      outlay = Math.max(outlay, Math.abs(tables.outlay[c]!));
    }
    const undecided = taken * (1 - taken) * 2 + (taken * taken - squares);
    if (undecided <= 1e-7) continue;
    const weight = undecided * (outlay + 1e-3 * tables.costScale);
    if (weight > most) {
      most = weight;
      action = a;
    }
  }
  if (action < 0) throw new Error('nothing to branch on; this is a bug, please report it');
  return action;
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

export function isWhole(z: Float64Array): boolean {
  return z.every((value) => value <= 1e-6 || value >= 1 - 1e-6);
}

export function pickOf(tables: Tables, z: Float64Array): Pick {
  const pick = new Int32Array(tables.actionCount).fill(-1);
  z.forEach((value, c) => {
    if (value > 0.5) pick[tables.choiceAction[c]!] = c;
  });
  return pick;
}

export function pointOf(tables: Tables, pick: Pick): Float64Array {
  const z = new Float64Array(tables.choiceCount);
  for (const choice of pick) if (choice >= 0) z[choice] = 1;
  return z;
}
