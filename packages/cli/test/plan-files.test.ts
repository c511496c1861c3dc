/** Plan files that are no plan, or are broken: every command refuses them with the file's name and a remedy, and never as a bug. */
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan, writePlan } from '@thousand-cities/model';
import { cities, example, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const whole = readFileSync(example('nairobi.plan.json'), 'utf8');

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

/** A sound plan of a few actions, so that thousands of variants can be evaluated. */
const small = ((): string => {
  const plan = readPlan(whole);
  return writePlan({
    ...plan,
    actions: plan.actions.filter(({ schedule }) => schedule.size > 0).slice(0, 4).map(({ requires: _r, excludes: _e, ...action }) => action), // prettier-ignore
    baseline: { ...plan.baseline, horizonYear: 2035 },
  });
})();

describe.each(['evaluate', 'explain', 'plan'])('cities %s refuses', (command) => {
  const run = (file: string) => cities(command, file);

  it.each([
    ['an empty file', 'empty.json', '', /empty/],
    ['white space', 'blank.json', ' \n\t\n', /empty/],
    ['a truncated file', 'cut.json', whole.slice(0, 100_000), /ends too early/],
    ['a spreadsheet with another name', 'book.json', Buffer.from('504b030414000600', 'hex'), /spreadsheet/],
    ['an old spreadsheet with another name', 'old.json', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /spreadsheet/],
    ['a photograph', 'photo.json', Buffer.from('ffd8ffe000104a4649460001', 'hex'), /not text/],
    [
      'a table with another name',
      'table.json',
      'city,country,year\nBogor,Indonesia,2021\n',
      /does not begin with "\{"/,
    ],
    ['a list', 'list.json', `[${small}]`, /does not begin with "\{"/],
    ['some other document', 'map.json', '{"type":"FeatureCollection","features":[]}', /some other document/],
    ['a file of a later program', 'later.json', whole.replace('"version": 2', '"version": 3'), /version 3.*Update/],
    ['text for a number', 'text.json', whole.replace(/"discountRate": [\d.]+/, '"discountRate": "4 %"'), /finance\.discountRate: needs a number, and has the text "4 %"/], // prettier-ignore
    ['a decimal comma', 'comma.json', whole.replace(/"discountRate": 0\.04/, '"discountRate": 0,04'), /JSON is broken in row \d+, column \d+/], // prettier-ignore
    ['a misspelt field', 'spelt.json', whole.replace('"mainTarget"', '"maintarget"'), /no plan has a field called "maintarget"/], // prettier-ignore
  ])('%s', async (_what, name, content, message) => {
    const { exit, out, err } = await run(put(name, content));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(name);
    expect(err).toMatch(message);
    expect(err).toContain('remedy: ');
    expect(err.length, err).toBeLessThan(500);
  });

  it('a folder, a file that is not there, and one of 200 MB', async () => {
    const inside = join(folder, `${command}.json`);
    mkdirSync(inside);
    expect(await run(inside)).toMatchObject({ exit: 2, err: expect.stringMatching(/is a folder/) });
    const none = join(folder, 'none.json');
    expect(await run(none)).toMatchObject({ exit: 2, err: expect.stringMatching(/none\.json: no such file/) });
    const large = join(folder, `${command}-large.json`);
    const file = openSync(large, 'w');
    ftruncateSync(file, 200e6);
    closeSync(file);
    expect(await run(large)).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/200 MB is more than any plan file/),
    });
  });
});

describe('a plan file is read', () => {
  it.each([
    ['with a byte order mark', Buffer.from(`\ufeff${small}`)],
    ['in UTF-16, little end first', utf16(small, 'le')],
    ['in UTF-16, big end first', utf16(small, 'be')],
    ['with the line ends of Windows', small.replaceAll('\n', '\r\n')],
    ['printed on one line', JSON.stringify(JSON.parse(small))],
  ])('%s', async (name, content) => {
    const expected = await cities('evaluate', put('small.json', small), '--json');
    expect(expected.exit).toBe(0);
    expect((await cities('evaluate', put(`${name}.json`, content), '--json')).out).toBe(expected.out);
  });

  it('whatever it is called', async () => {
    expect((await cities('evaluate', put('plan.txt', small))).exit).toBe(0);
    expect((await cities('plan', put('plan', small), '--quick')).exit).toBe(0);
  });
});

it('refuses a plan cut off anywhere', async () => {
  const end = small.trimEnd().length;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: end - 1 }), async (length) => {
      const { exit, out, err } = await cities('evaluate', put('cut.json', small.slice(0, length)));
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err).toContain('cut.json');
      expect(err).toMatch(length === 0 ? /empty/ : /ends too early/);
    }),
    { numRuns: 150, examples: [[0], [1], [end - 1]] },
  );
});

describe('one changed value', () => {
  const document = JSON.parse(small) as unknown;
  const leaves = [...places(document)];
  const anything = fc.oneof(
    fc.constantFrom<unknown>(null, true, '', 'x', '1e999', [], {}, -1, 0, 0.5, 1e308, -1e308, 5e-324, 2020, 1e9, 'constructor', '__proto__'), // prettier-ignore
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.jsonValue({ maxDepth: 1 }),
  );

  // Both read a plan with the same code and evaluate it: explain has to show besides what is there, for which fewer do.
  it.each([
    ['evaluate', 250],
    ['explain', 100],
  ] as const)(
    'is refused or taken by %s, and never a bug (%i values)',
    async (command, numRuns) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(leaves.length - 1), anything, async (leaf, value) => {
          const file = put('changed.json', JSON.stringify(changed(document, leaves[leaf]!, value)));
          const { exit, out, err } = await cities(command, file, ...(command === 'evaluate' ? ['--json'] : []));
          const what = `${leaves[leaf]!.join('.')} = ${JSON.stringify(value)}\n${err}`;
          expect([0, 2], what).toContain(exit);
          if (exit === 2) expect(err, what).toContain('changed.json');
          else if (command === 'evaluate') expect(numbersOf(JSON.parse(out)), what).not.toContain(null);
        }),
        { numRuns },
      );
    },
    120_000,
  );
});

/** Paths of all values that hold no others. */
function* places(value: unknown, at: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value !== 'object' || value === null) yield at;
  else
    for (const [key, item] of Object.entries(value))
      yield* places(item, [...at, Array.isArray(value) ? Number(key) : key]);
}

function changed(value: unknown, at: readonly (string | number)[], to: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? changed(item, rest, to) : (item as unknown)));
  const held = value as Record<string, unknown>;
  return { ...held, [key]: changed(held[key], rest, to) };
}

/** What an outcome puts where a number belongs: JSON writes null for NaN and infinities. */
function numbersOf({ emissions, byAction, gap, cumulative }: Record<string, object>): unknown[] {
  return [emissions, byAction, { gap }, { cumulative: Object.values(cumulative!) }].flatMap((part) => Object.values(part!).flat() as unknown[]); // prettier-ignore
}
