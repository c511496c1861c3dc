import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTheirs, mergeThree, same, type Json, type MergeRules } from './merge.ts';
import { inventoryRules, planRules } from './merge-rules.ts';

const row = (ref: string, amount: number, more: object = {}) => ({
  ref,
  activity: { activity: 'use', carrier: 'diesel', amount, unit: 't' },
  co2eTonnes: amount * 3,
  ...more,
});
const inventory = (...rows: object[]) => ({ year: 2022, gwpSet: 'AR5', rows });

describe('two edits of an inventory', () => {
  const base = inventory(row('I.1.1', 1), row('II.1.1', 2));

  it('of different rows are both there', () => {
    const mine = inventory(row('I.1.1', 10), row('II.1.1', 2));
    const theirs = inventory(row('I.1.1', 1), row('II.1.1', 20), row('III.1.1', 5));
    const { merged, conflicts } = mergeThree(base, mine, theirs, inventoryRules);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(inventory(row('I.1.1', 10), row('II.1.1', 20), row('III.1.1', 5)));
  });

  it('of one row in what does not touch the figure are both there', () => {
    const mine = inventory(row('I.1.1', 10), row('II.1.1', 2));
    const theirs = inventory(row('I.1.1', 1, { note: 'from the utility' }), row('II.1.1', 2));
    const { merged, conflicts } = mergeThree(base, mine, theirs, inventoryRules);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(inventory(row('I.1.1', 10, { note: 'from the utility' }), row('II.1.1', 2)));
  });

  it('of one figure are a conflict of the whole figure, never half of each', () => {
    const mine = inventory(row('I.1.1', 10), row('II.1.1', 2));
    const theirs = inventory(row('I.1.1', 30), row('II.1.1', 2));
    const { merged, conflicts } = mergeThree(base, mine, theirs, inventoryRules);
    expect(conflicts.map(({ path }) => path)).toEqual([['rows', 'I.1.1/use/diesel', 'co2eTonnes']]);
    expect(merged).toEqual(mine);
    expect(chooseTheirs({ base, mine, theirs }, conflicts, inventoryRules)).toEqual(theirs);
  });

  it('where one deletes what the other changed are a conflict', () => {
    const mine = inventory(row('II.1.1', 2));
    const theirs = inventory(row('I.1.1', 30), row('II.1.1', 2));
    const { merged, conflicts } = mergeThree(base, mine, theirs, inventoryRules);
    expect(merged).toEqual(mine);
    expect(conflicts).toEqual([
      { path: ['rows', 'I.1.1/use/diesel'], base: row('I.1.1', 1), mine: undefined, theirs: row('I.1.1', 30) },
    ]);
    expect((chooseTheirs({ base, mine, theirs }, conflicts, inventoryRules) as typeof mine).rows).toHaveLength(2);
  });

  it('tell apart rows of one reference, activity and carrier by their order', () => {
    const twice = inventory(row('I.1.1', 1), row('I.1.1', 2));
    const mine = inventory(row('I.1.1', 1), row('I.1.1', 7));
    const theirs = inventory(row('I.1.1', 5), row('I.1.1', 2));
    const { merged, conflicts } = mergeThree(twice, mine, theirs, inventoryRules);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(inventory(row('I.1.1', 5), row('I.1.1', 7)));
  });
});

describe('two edits of a plan', () => {
  const action = (id: string, size: number, startYear = 2027, more: object = {}) => ({
    id,
    schedule: { size, startYear },
    ...more,
  });
  const plan = (...actions: object[]) => ({ title: 'Plan', actions });

  it('of different actions, and of size and start of one, are both there', () => {
    const base = plan(action('solar', 0), action('bus', 0));
    const mine = plan(action('solar', 1), action('bus', 0));
    const theirs = plan(action('solar', 0, 2030), action('bus', 0.5));
    const { merged, conflicts } = mergeThree(base, mine, theirs, planRules);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(plan(action('solar', 1, 2030), action('bus', 0.5)));
  });

  it('of one size are a conflict at that size', () => {
    const base = plan(action('solar', 0));
    const { conflicts } = mergeThree(base, plan(action('solar', 1)), plan(action('solar', 0.5)), planRules);
    expect(conflicts).toEqual([{ path: ['actions', 'solar', 'schedule', 'size'], base: 0, mine: 1, theirs: 0.5 }]);
  });

  it('that each add a task keep both', () => {
    const base = plan(action('solar', 1, 2027, { delivery: { tasks: [] } }));
    const mine = plan(action('solar', 1, 2027, { delivery: { tasks: [{ id: 'a', title: 'Tender' }] } }));
    const theirs = plan(action('solar', 1, 2027, { delivery: { tasks: [{ id: 'b', title: 'Survey' }] } }));
    const { merged, conflicts } = mergeThree(base, mine, theirs, planRules);
    expect(conflicts).toEqual([]);
    expect((merged as typeof base).actions).toEqual([
      action('solar', 1, 2027, {
        delivery: {
          tasks: [
            { id: 'b', title: 'Survey' },
            { id: 'a', title: 'Tender' },
          ],
        },
      }),
    ]);
  });
});

describe('members named as those that every object has', () => {
  it('are merged like any other, and change no prototype', () => {
    const mine = JSON.parse('{"__proto__":{"administrator":true},"constructor":1,"toString":{"a":1},"a":1}') as Json;
    const theirs = { b: 2, toString: { a: 1, b: 2 } };
    const { merged, conflicts } = mergeThree({ toString: { a: 1 } }, mine, theirs, inventoryRules);
    expect(JSON.stringify(merged)).toBe('{"constructor":1,"toString":{"a":1,"b":2},"a":1,"b":2}');
    expect([conflicts, ({} as { administrator?: boolean }).administrator]).toEqual([[], undefined]);
    expect((merged as { administrator?: boolean }).administrator).toBeUndefined();
    // Deleted by one side, unchanged by the other.
    expect(mergeThree({ valueOf: 1 }, {}, { valueOf: 1 }, inventoryRules).merged).toEqual({});
    expect(same({}, JSON.parse('{"hasOwnProperty":1}'))).toBe(false);
  });
});

describe('merging any documents', () => {
  const rules: MergeRules = {
    identityOf: (item) => (typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : undefined),
    together: () => [],
  };
  const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'), fc.boolean());
  const items = fc
    .uniqueArray(fc.record({ id: fc.constantFrom('p', 'q', 'r', 's'), value: leaf }), { selector: ({ id }) => id })
    .map((list) => list as Json[]);
  const document = fc.record({ one: leaf, two: leaf, list: items }, { requiredKeys: ['list'] });

  it('keeps an edit that meets no other', () => {
    fc.assert(
      fc.property(document, document, (base, edit) => {
        expect(mergeThree(base, edit, base, rules)).toEqual({ merged: edit, conflicts: [] });
        expect(same(mergeThree(base, base, edit, rules).merged, edit)).toBe(true);
        expect(mergeThree(base, edit, edit, rules)).toEqual({ merged: edit, conflicts: [] });
      }),
    );
  });

  it('loses nothing: what a side changed is in the merge or in a conflict', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const { merged, conflicts } = mergeThree(base, mine, theirs, rules);
        const result = merged as typeof base;
        const contested = new Set(conflicts.map(({ path }) => path.slice(0, 2).join('/')));
        for (const name of ['one', 'two'] as const) {
          if (!same(theirs[name], base[name]) && !contested.has(name)) expect(result[name]).toEqual(theirs[name]);
          if (!same(mine[name], base[name])) expect(result[name]).toEqual(mine[name]);
        }
        const by = (list: readonly Json[]) => new Map((list as { id: string }[]).map((item) => [item.id, item]));
        for (const id of ['p', 'q', 'r', 's']) {
          if (contested.has(`list/${id}`)) continue;
          const [inBase, inTheirs, inMerged] = [base.list, theirs.list, result.list].map((list) => by(list).get(id));
          if (!same(inTheirs, inBase) && same(by(mine.list).get(id), inBase)) expect(inMerged).toEqual(inTheirs);
        }
      }),
    );
  });

  it('comes to their document when every conflict is given to them and I changed nothing else', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const { conflicts } = mergeThree(base, mine, theirs, rules);
        const given = chooseTheirs({ base, mine, theirs }, conflicts, rules);
        for (const { path, theirs: value } of conflicts) {
          if (path.length === 1) expect((given as Record<string, Json>)[path[0]!]).toEqual(value);
        }
      }),
    );
  });
});
