import { describe, expect, it } from 'vitest';
import { alignmentPositions, correction, dataCodewords, formatBits, qrModules, versionBits } from './qr.ts';

describe('parts of a QR code, against the standard', () => {
  it('corrects as in the worked example of thonky.com (“HELLO WORLD”, version 1-M: ten codewords)', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(correction(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  it('writes mode, length, bytes and filling', () => {
    // 0100 (bytes) 00000001 (one) 01000001 (A) 0000 (end): 40 14 10; then EC 11 in turn up to 19 codewords of version 1-L.
    const filling = Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 0xec : 0x11));
    expect(dataCodewords(new TextEncoder().encode('A'), 1)).toEqual([0x40, 0x14, 0x10, ...filling]);
  });

  it.each([
    // ISO/IEC 18004, annex C and table C.1: level L with masks 0, 1 and 4.
    [0, 0b111011111000100],
    [1, 0b111001011110011],
    [4, 0b110011000101111],
  ])('has the format bits of mask %i', (mask, bits) => {
    expect(formatBits(mask)).toBe(bits);
  });

  it('has the version bits of version 7 (annex D) and the alignment of versions 2, 7 and 14 (annex E)', () => {
    expect(versionBits(7)).toBe(0b000111110010010100);
    expect([2, 7, 14].map(alignmentPositions)).toEqual([
      [6, 18],
      [6, 22, 38],
      [6, 26, 46, 66],
    ]);
  });
});

describe('a QR code', () => {
  // Codes of versions 1, 4, 7, 11 and 15 were also read back by an independent reader (jsQR 1.4.0) when this was written.
  it.each([
    ['HELLO', 21],
    ['x'.repeat(60), 33],
    ['y'.repeat(150), 45],
    ['z'.repeat(520), 77],
  ])('is as large as its text needs', (text, size) => {
    const modules = qrModules(text);
    expect([modules.length, modules[0]!.length]).toEqual([size, size]);
    // The finder pattern of each of three corners.
    const finder = (x: number, y: number) => modules.slice(y, y + 7).map((row) => row.slice(x, x + 7).map(Number).join('')).join(' '); // prettier-ignore
    const pattern = '1111111 1000001 1011101 1011101 1011101 1000001 1111111';
    expect([finder(0, 0), finder(size - 7, 0), finder(0, size - 7)]).toEqual([pattern, pattern, pattern]);
  });

  it('is refused for what is too long', () => {
    expect(() => qrModules('x'.repeat(521))).toThrow(RangeError);
  });
});
