import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAfter, HEAD_ROW, type GridExtent, type Stroke } from './keys.ts';

const extent: GridExtent = { rows: 100, columns: 5, page: 10, head: true, isRightToLeft: false };
const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const from = { row: 20, column: 2 };
const after = (key: string, more?: Partial<Stroke>, grid = extent, at = from) => cellAfter(at, stroke(key, more), grid);

describe('keys in a grid', () => {
  it('move as in a spreadsheet', () => {
    expect(after('ArrowDown')).toEqual({ row: 21, column: 2 });
    expect(after('ArrowRight')).toEqual({ row: 20, column: 3 });
    expect(after('Home')).toEqual({ row: 20, column: 0 });
    expect(after('End')).toEqual({ row: 20, column: 4 });
    expect(after('Home', { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(after('End', { metaKey: true })).toEqual({ row: 99, column: 4 });
    expect(after('PageDown')).toEqual({ row: 30, column: 2 });
    expect(after('PageUp')).toEqual({ row: 10, column: 2 });
  });

  it('reach the head by the arrow only, and not at all where there is none', () => {
    const first = { row: 0, column: 1 };
    expect(after('ArrowUp', {}, extent, first)).toEqual({ row: HEAD_ROW, column: 1 });
    expect(after('PageUp', {}, extent, first)).toEqual({ row: 0, column: 1 });
    expect(after('ArrowUp', {}, { ...extent, head: false }, first)).toEqual(first);
  });

  it('turn around where text runs from the right', () => {
    expect(after('ArrowLeft', {}, { ...extent, isRightToLeft: true })).toEqual({ row: 20, column: 3 });
  });

  it('leave every other key, and Alt with an arrow, to the browser', () => {
    expect(after('Enter')).toBeUndefined();
    expect(after('a')).toBeUndefined();
    expect(after('toString')).toBeUndefined();
    expect(after('ArrowLeft', { altKey: true })).toBeUndefined();
  });

  it('never leave the grid, wherever one stands', () => {
    const keys = fc.constantFrom(
      'ArrowDown',
      'ArrowUp',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageDown',
      'PageUp',
    );
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 40 }),
        (rows, columns, head, pressed) => {
          let at = { row: head ? HEAD_ROW : 0, column: 0 };
          for (const [key, ctrlKey] of pressed) {
            at = cellAfter(at, stroke(key, { ctrlKey }), { ...extent, rows, columns, head })!;
            expect(at.row).toBeGreaterThanOrEqual(head ? HEAD_ROW : 0);
            expect(at.row).toBeLessThan(Math.max(rows, 1));
            expect(at.column).toBeGreaterThanOrEqual(0);
            expect(at.column).toBeLessThan(columns);
          }
        },
      ),
    );
  });
});
