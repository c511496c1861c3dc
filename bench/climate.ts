/** Benchmark: the calibrated ensemble, 841 members × 351 years, and the way on from 2025 that a page takes on every move of a slider. */
import { performance } from 'node:perf_hooks';
import { createClimateModel } from '@thousand-cities/model';
import { loadClimatePack } from '@thousand-cities/reference/node';
import { naiveRun } from './climate/naive.ts';

export const name = 'climate: 841 members × 351 years';
export const aim = '≤ 20 ms';

const pack = loadClimatePack();
const fast = createClimateModel(pack);
const plain = createClimateModel(pack, { kernel: 'typescript' });
const emissions = pack.scenario('ssp245');
const TO_YEAR = 2100;

export function run(): number {
  return fast.run(emissions, { toYear: TO_YEAR }).warming.at(-1)!;
}

/**
 * Python FaIR 2.2.3, `run()` alone, the same 841 members × 351 steps on one core (2 vCPU Xeon at 3.0–3.5 GHz, Python 3.11, NumPy 1.24), as
 * measured for the method page: 6.07 s. Setting up took 11 s more. Not run here; another machine has another figure.
 */
const PYTHON_FAIR_MS = 6070;

const parameters = parametersOf();
/** The naive way takes seconds for all members, so it is timed on few and its time scaled up. */
const NAIVE_MEMBERS = 4;

export function measure() {
  checkNaive();
  const whole = medianMs(run);
  const whole2 = medianMs(() => plain.run(emissions, { toYear: TO_YEAR }), 9);
  const from = fast.checkpoint(emissions, 2025);
  const slow = plain.checkpoint(emissions, 2025);
  const resumed = medianMs(() => fast.resume(from, emissions, { toYear: TO_YEAR }));
  const resumed2 = medianMs(() => plain.resume(slow, emissions, { toYear: TO_YEAR }), 9);
  const naive =
    (medianMs(() => naiveRun(pack, parameters, emissions, NAIVE_MEMBERS, TO_YEAR), 5) * 841) / NAIVE_MEMBERS;
  return [
    ms('climate: the same with the TypeScript kernel', whole2),
    ms('climate: on from 2025 to 2100', resumed, '≤ 5 ms'),
    ms('climate: on from 2025, TypeScript kernel', resumed2),
    ms(`climate: naive TypeScript (from ${NAIVE_MEMBERS} members)`, naive),
    ratio('climate: faster than naive TypeScript by', naive / whole),
    ratio('climate: faster than Python FaIR (6.07 s, documented) by', PYTHON_FAIR_MS / whole),
  ];
}

const ms = (title: string, value: number, aimed?: string) => ({
  name: title,
  value: Number(value.toPrecision(3)),
  unit: 'ms',
  ...(aimed !== undefined && { aim: aimed }),
});
const ratio = (title: string, value: number) => ({ name: title, value: Math.round(value), unit: '×' });

function medianMs(work: () => unknown, runs = 31): number {
  for (let i = 0; i < 5; i++) work();
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** Names of the parameters that the naive run looks up. */
function parametersOf(): readonly string[] {
  const scaled = [
    'CO2',
    'CH4',
    'N2O',
    'minor greenhouse gases',
    'Stratospheric water vapour',
    'Land use',
    'Volcanic',
    'Solar',
  ];
  const of = (kind: string, names: readonly string[]): string[] => names.map((one) => `${kind}[${one}]`);
  return [
    ...of('forcing_scale', [...scaled, 'Light absorbing particles on snow and ice']),
    ...[
      'iirf_0[CO2]',
      'iirf_uptake[CO2]',
      'iirf_temperature[CO2]',
      'iirf_airborne[CO2]',
      'baseline_concentration[CO2]',
    ],
    ...of('erfari_radiative_efficiency', ['BC', 'OC', 'Sulfur', 'NOx', 'VOC', 'NH3', 'CH4', 'N2O']),
    ...of('aci_shape', ['Sulfur', 'BC', 'OC']),
    'aci_scale',
    ...of('ozone_radiative_efficiency', [
      'CH4',
      'N2O',
      'CO',
      'VOC',
      'NOx',
      'Equivalent effective stratospheric chlorine',
    ]),
  ];
}

/** A baseline that computes something else would be no baseline. */
function checkNaive(): void {
  const [own] = naiveRun(pack, parameters, emissions, 1, TO_YEAR);
  const { warming } = fast.run(emissions, { toYear: TO_YEAR });
  const rise = (own!.at(-1)! + own!.at(-2)! - own![1]! - own![0]!) / 2;
  const difference = Math.abs(rise - (warming[350]! - warming[0]!));
  if (!(difference < 1e-9))
    throw new Error(`the naive run differs by ${difference} K; this is a bug, please report it`);
}
