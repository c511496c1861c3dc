/** Benchmark: from the text of a plan file to the paths a network sums, per city: what a folder of a thousand plans costs to read. */
import { readFileSync } from 'node:fs';
import { cityPathsOf, evaluate, readPlan } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';

export const name = 'network: one plan file read and worked out, with shares of its actions';
export const aim = '≤ 15 ms a city';

const COPIES = 100;
const NAMES = ['hamburg', 'nairobi', 'semarang'];

const reference = loadReference();
const texts = NAMES.map((city) => readFileSync(new URL(`../examples/${city}.plan.json`, import.meta.url), 'utf8'));

/** A hundred files, each of a city of its own. */
const files = Array.from({ length: COPIES }, (_, i) => texts[i % texts.length]!.replace(/"id": "\d+"/, `"id": "${i}"`));

let next = 0;

/** One file after another. */
export function run(): number {
  return cityPathsOf(readPlan(files[next++ % COPIES]!), reference).reference.co2[0]!;
}

/** The naive way: evaluate the plan in its own boundary for the target, and again within the territory, by readers that know one boundary at a time. */
export function baseline(): number {
  const plan = readPlan(files[next++ % COPIES]!);
  const territorial = { ...plan, baseline: { ...plan.baseline, boundary: 'territorial' as const } };
  return evaluate(plan, reference).emissions.bau[0]! + evaluate(territorial, reference).byGas.co2[0]!;
}

/** The whole hundred, once, with and without shares of actions. */
export function measure() {
  const time = (skipActions: boolean): number => {
    const began = performance.now();
    for (const text of files) cityPathsOf(readPlan(text), reference, { skipActions });
    return Math.round((performance.now() - began) * 10) / 10 / COPIES;
  };
  const value = (milliseconds: number) => Math.round(milliseconds * 100) / 100;
  return [
    { name: 'network: mean of 100 plan files', value: value(time(false)), unit: 'ms a city' },
    { name: 'network: the same without shares of actions', value: value(time(true)), unit: 'ms a city' },
  ];
}
