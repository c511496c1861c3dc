/** Arguments that cannot be meant: refused at once, with what is expected instead. */
import { describe, expect, it } from 'vitest';
import { cities, example } from './run.ts';

const PLAN = example('hamburg.plan.json');

it.each([
  [['plan', 'Semarang', '--by', 'abc'], /a year such as 2040/],
  [['plan', 'Semarang', '--by', '2010', '--quick'], /2010, outside 20\d\d to 2050/],
  [['plan', 'Semarang', '--by', '2099', '--quick'], /2099, outside 20\d\d to 2050/],
  [['plan', 'Semarang', '--budget', '-5'], /a number above 0/],
  [['plan', 'Semarang', '--budget', '150 000 000'], /without separators/],
  [['plan', 'Semarang', '--budget', 'much'], /a number above 0/],
  [['plan', 'Semarang', '--gap', '0'], /a percentage above 0/],
  [['plan', 'Semarang', '--gap', 'NaN'], /a percentage above 0/],
  [['plan', 'Semarang', '--cut', '150', '--by', '2040'], /up to 100/],
  [['plan', 'Semarang', '--cut', '50'], /needs a year[\s\S]*--by 2040/],
  [['plan', 'Semarang', '--target', 'custom'], /needs a year/],
  [['plan', 'Semarang', '--target', 'opcc', '--cut', '50', '--by', '2040'], /--cut goes with --target custom/],
  [['plan', 'Semarang', '--target', 'carbon-free-2030', '--by', '2040'], /years are fixed/],
  [['plan', 'Semarang', '--target', 'net-zero'], /opcc, race-to-zero, deadline-2020/],
  [['plan', 'Semarang', '--time', '0'], /seconds above 0/],
  [['plan', 'Semarang', '--country', 'Narnia'], /no country "Narnia"/],
  [['plan', 'Semarang', '--country', 'Spain'], /named "Semarang" in Spain/],
  [['plan', 'Semrang'], /did you mean Semarang/],
  [['plan', ''], /no city/],
  [['plan', 'inventory.xlsx'], /inventory\.xlsx: no such file/],
  [['plan'], /missing required argument/],
  [['starter', 'Springfield'], /Springfield \(United States, population \d+, id \d+\)[\s\S]*give the id/],
  [['starter', '東京'], /Latin letters only[\s\S]*Tokyo/],
  [['starter', 'Semarang', '--year', '2099'], /a year from 1990 to 20\d\d/],
  [['starter', 'Semarang', '--population', '1,000,000'], /without separators/],
  [['starter', 'Semarang', '--area', '0'], /a number above 0/],
  [['starter', 'Semarang', '--gwp', 'AR7'], /AR4, AR5 or AR6/],
  [['evaluate', PLAN, '--draws', '1e9'], /from 0 to 100000/],
  [['evaluate', PLAN, '--draws', '1000000000'], /from 0 to 100000/],
  [['evaluate', PLAN, '--draws', '-1'], /from 0 to 100000/],
  [['evaluate', PLAN, '--seed', '-1'], /a whole number/],
  [['evaluate', PLAN, '--seed', '1.5'], /a whole number/],
  [['evaluate', PLAN, 'more'], /too many arguments/],
  [['evaluate', PLAN, '--frob'], /unknown option/],
  [['explain', PLAN, 'emissions.plan'], /needs a year at its end/],
  [['explain', PLAN, 'emissions.plan.2099'], /from 2021 to 2050, not to 2099/],
  [['explain', PLAN, 'emissions.pan.2030'], /without a path to list/],
  [['explain', PLAN, 'constructor.name'], /nothing in an outcome is called/],
  [['explain', PLAN, '__proto__.2030'], /nothing in an outcome is called/],
  [['explain', PLAN, 'byAction.fusion.2030'], /fusion/],
  [['explain', PLAN, 'inventory.2030.I.1.1'], /no inventory of 2030/],
  [['explain', PLAN, 'emissions.plan.2030', '--depth', 'deep'], /from 1 to 99/],
  [['inventory', 'none.csv'], /none\.csv: no such file/],
  [['inventory', example('hamburg.plan.json')], /hamburg\.plan\.json/],
  [['serve', '--port', '99999'], /from 0 to 65535/],
  [['evalute', PLAN], /Did you mean evaluate/],
  [[], /Usage: cities/],
] as const)('cities %j', async (argv, message) => {
  const { exit, out, err } = await cities(...argv);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(message);
  // Words for a person: no stack, no object notation.
  expect(err).not.toMatch(/^\s+at |\[object|undefined|this is a bug/m);
});

describe('a city is found', () => {
  it.each([
    ['São Paulo', 'São Paulo'],
    ['sao-paulo', 'São Paulo'],
    ['Munchen', 'Munich'],
    ['Saigon', 'Ho Chi Minh City'],
    ['1627896', 'Semarang'],
    ['Semarang, Indonesia', 'Semarang'],
    ['Valencia, Spain', 'Valencia'],
    ['Washington, D.C.', 'Washington, D.C.'],
    ["Xi'an", 'Xi’an'],
    ['Reykjavik', 'Reykjavík'],
  ])('%s', async (typed, name) => {
    const { exit, out } = await cities('starter', typed, '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ city: name }]);
  });

  it('by --country as name, two letters or three', async () => {
    const outs = await Promise.all(['Spain', 'ES', 'esp'].map((c) => cities('starter', 'Valencia', '--country', c)));
    expect(new Set(outs.map(({ out }) => out)).size).toBe(1);
    expect(outs[0]!.out).toContain('Valencia (ESP)');
  });
});
