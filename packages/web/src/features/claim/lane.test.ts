import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLane } from './lane.ts';

function lane() {
  const sent: [number, string][] = [];
  return { sent, lane: createLane<string>((id, question) => sent.push([id, question])) };
}

describe('questions to the worker', () => {
  it('wait until it is there, and then only the newest is asked', () => {
    const { sent, lane: each } = lane();
    each.ask('a');
    each.ask('b');
    expect(sent).toEqual([]);
    each.opened();
    expect(sent).toEqual([[1, 'b']]);
  });

  it('go one at a time: what lies between the one in work and the newest is dropped', () => {
    const { sent, lane: each } = lane();
    each.opened();
    for (const question of ['a', 'b', 'c', 'd']) each.ask(question);
    expect(sent).toEqual([[1, 'a']]);
    expect(each.answered(1)).toBe(false);
    expect(sent).toEqual([
      [1, 'a'],
      [2, 'd'],
    ]);
    expect(each.answered(2)).toBe(true);
  });

  it('are asked again when more is known, such as the climate', () => {
    const { sent, lane: each } = lane();
    each.opened();
    each.ask('a');
    each.answered(1);
    each.opened();
    expect(sent.at(-1)).toEqual([2, 'a']);
  });

  it('leave an answer alone that comes from before', () => {
    const { sent, lane: each } = lane();
    each.opened();
    each.ask('a');
    each.opened();
    expect(each.answered(1)).toBe(false);
    expect(sent).toEqual([
      [1, 'a'],
      [2, 'a'],
    ]);
    expect(each.answered(2)).toBe(true);
  });

  it('are not sent while it is closed', () => {
    const { sent, lane: each } = lane();
    each.opened();
    each.closed();
    each.ask('a');
    expect(sent).toEqual([]);
  });

  it('end with an answer to the last one, in whatever order asking and answering fall', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (steps) => {
        const { sent, lane: each } = lane();
        each.opened();
        steps.forEach((isAsk, i) => (isAsk ? each.ask(String(i)) : each.answered(sent.at(-1)?.[0] ?? 0)));
        each.ask('last');
        for (let more = 0; more < 2; more++) each.answered(sent.at(-1)![0]);
        expect(sent.at(-1)![1]).toBe('last');
        expect(new Set(sent.map(([id]) => id)).size).toBe(sent.length);
      }),
    );
  });
});
