/** Benchmark: evaluate one plan of 60 cells × 30 years × 40 actions × 3 gases, compiled. */
import type { CompiledPlan } from '@thousand-cities/model';
import { CHANNELS, compile, createEvaluator, scheduleOf } from '@thousand-cities/model';
import { sixtyCellPlan } from './plans/sixty-cells.ts';

export const name = 'evaluate: one plan, compiled';
export const aim = '≤ 25 µs';

const compiled = compile(sixtyCellPlan);
const evaluator = createEvaluator(compiled);
const schedule = scheduleOf(compiled, sixtyCellPlan.actions);

/** Evaluate the plan once, every action anew. */
export function run(): number {
  return evaluator.run(schedule).total.at(-1)!;
}

/** The naive way: streams as objects, every product worked out for every year, results in maps. */
const streams = objectsOf(compiled);

export function baseline(): number {
  const total = new Map<number, number>();
  const byChannel = new Map<string, number>();
  const bill = new Map<number, number>();
  const adoptionOf = (curve: number, year: number): number => {
    const action = compiled.curveAction[curve]!;
    const since = year - Number(schedule.start[action]);
    return since < 0 ? 0 : Number(schedule.size[action]) * compiled.curveUnit[curve * compiled.years.length + since]!;
  };
  compiled.years.forEach((year, y) => {
    for (const stream of streams) {
      let share = stream.mover === undefined ? 1 : stream.mover.effect * adoptionOf(stream.mover.curve, year);
      for (const term of stream.terms) share *= 1 - term.effect * adoptionOf(term.curve, year);
      total.set(year, (total.get(year) ?? 0) + share * stream.base[y]!);
      bill.set(year, (bill.get(year) ?? 0) + share * stream.bill[y]!);
      for (const [channel, tonnes] of stream.byChannel) {
        const key = `${channel} ${year}`;
        byChannel.set(key, (byChannel.get(key) ?? 0) + share * tonnes[y]!);
      }
    }
  });
  return total.get(compiled.years.at(-1)!)!;
}

function objectsOf(plan: CompiledPlan) {
  const count = plan.years.length;
  return Array.from({ length: plan.streamCount }, (_, s) => ({
    mover: plan.mover[s]! < 0 ? undefined : { curve: plan.moverCurve[s]!, effect: plan.moverEffect[s]! },
    terms: Array.from({ length: plan.termStart[s + 1]! - plan.termStart[s]! }, (_, i) => ({
      curve: plan.termCurve[plan.termStart[s]! + i]!,
      effect: plan.termEffect[plan.termStart[s]! + i]!,
    })),
    base: [...plan.base.subarray(s * count, (s + 1) * count)],
    bill: [...plan.bill.subarray(s * count, (s + 1) * count)],
    byChannel: CHANNELS.map((channel, c) => {
      const row = (s * CHANNELS.length + c) * count;
      return [channel, [...plan.baseByChannel.subarray(row, row + count)]] as const;
    }),
  }));
}
