import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { FileRefusal, planFileName, textOf } from './state.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
  }
  return 'none';
};

describe('a file to be opened', () => {
  it('is read in UTF-8 and, by its mark, in UTF-16', () => {
    expect(textOf(new TextEncoder().encode('{"é":1}'))).toBe('{"é":1}');
    expect(textOf(Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0))).toBe('{}');
    expect(textOf(Uint8Array.of(0xfe, 0xff, 0, 0x7b, 0, 0x7d))).toBe('{}');
  });

  it('is refused when empty, too large, or not text', () => {
    expect(codeOf(() => textOf(new Uint8Array(0)))).toBe('file-empty');
    expect(codeOf(() => textOf(new Uint8Array(20_000_001)))).toBe('file-too-large');
    expect(codeOf(() => textOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0xfd)))).toBe('file-not-text');
  });

  it('has a name that says which city', () => {
    expect(planFileName(bandung().plan)).toBe('bandung-idn-plan.json');
  });
});
