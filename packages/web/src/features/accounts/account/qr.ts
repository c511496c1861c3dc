/**
 * QR codes (ISO/IEC 18004:2015) of short texts: byte mode, error correction level L, versions 1 to 15. Enough for the
 * address of an authenticator secret, so that no library comes along for one picture.
 */

/** Error correction codewords of each block, and blocks, by version (table 9, level L). */
const CORRECTION = [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22];
const BLOCKS = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6];
const LARGEST = 15;

/** Dark modules of a code, row by row; without the quiet zone of four modules, which the picture adds. */
export type Modules = readonly (readonly boolean[])[];

/** The code of a text. @throws {RangeError} beyond 520 bytes */
export function qrModules(text: string): Modules {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  const codewords = withCorrection(dataCodewords(bytes, version), version);
  const drawn = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => draw(codewords, version, mask));
  return drawn.reduce((best, each) => (penalty(each) < penalty(best) ? each : best));
}

function versionFor(length: number): number {
  for (let version = 1; version <= LARGEST; version++) {
    if (4 + countBits(version) + 8 * length <= 8 * dataLength(version)) return version;
  }
  throw new RangeError(`${length} bytes are too long for this QR code`);
}

const countBits = (version: number) => (version < 10 ? 8 : 16);

/** Codewords of a version, with those of error correction. */
function rawLength(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const aligned = Math.floor(version / 7) + 2;
    modules -= (25 * aligned - 10) * aligned - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

const dataLength = (version: number) => rawLength(version) - CORRECTION[version]! * BLOCKS[version]!;

/** Mode, length, bytes, terminator, and the two filling codewords in turn (7.4). */
export function dataCodewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  put(4, 4);
  put(bytes.length, countBits(version));
  bytes.forEach((byte) => put(byte, 8));
  const capacity = 8 * dataLength(version);
  put(0, Math.min(4, capacity - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let filler = 0xec; bits.length < capacity; filler ^= 0xec ^ 0x11) put(filler, 8);
  return Array.from({ length: bits.length / 8 }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8).join(''), 2));
}

/** Multiply in GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> i) & 1) * a;
  }
  return product;
}

/** Error correction codewords of a block: the remainder by the generator polynomial (7.5). */
export function correction(data: readonly number[], count: number): number[] {
  const generator: number[] = Array.from({ length: count }, (_, i) => (i === count - 1 ? 1 : 0));
  for (let i = 0, root = 1; i < count; i++, root = multiply(root, 2)) {
    for (let j = 0; j < count; j++) generator[j] = multiply(generator[j]!, root) ^ (generator[j + 1] ?? 0);
  }
  const rest: number[] = generator.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ rest.shift()!;
    rest.push(0);
    generator.forEach((coefficient, i) => (rest[i]! ^= multiply(coefficient, factor)));
  }
  return rest;
}

/** Blocks and their correction, woven together (7.6). The last blocks have one codeword more. */
function withCorrection(data: readonly number[], version: number): number[] {
  const [count, each] = [BLOCKS[version]!, CORRECTION[version]!];
  const short = Math.floor(rawLength(version) / count) - each;
  const longer = rawLength(version) % count;
  const blocks: number[][] = [];
  for (let i = 0, from = 0; i < count; i++) {
    const length = short + (i >= count - longer ? 1 : 0);
    blocks.push(data.slice(from, from + length));
    from += length;
  }
  const corrections = blocks.map((block) => correction(block, each));
  return [...woven(blocks), ...woven(corrections)];
}

function woven(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => blocks.flatMap((block) => block[i] ?? [])).flat();
}

/** A grid under way: what is set, and what of it no data may cover. */
interface Grid {
  readonly size: number;
  readonly dark: boolean[][];
  readonly fixed: boolean[][];
}

function draw(codewords: readonly number[], version: number, mask: number): Modules {
  const size = 4 * version + 17;
  const empty = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const grid: Grid = { size, dark: empty(), fixed: empty() };
  drawPatterns(grid, version);
  drawFormat(grid, mask);
  drawVersion(grid, version);
  drawData(grid, codewords, mask);
  return grid.dark;
}

function set({ dark, fixed, size }: Grid, x: number, y: number, isDark: boolean): void {
  if (x < 0 || y < 0 || x >= size || y >= size) return;
  dark[y]![x] = isDark;
  fixed[y]![x] = true;
}

/** A square of rings around a module, dark where `isDark` of the distance says so. */
function rings(grid: Grid, x: number, y: number, radius: number, isDark: (distance: number) => boolean): void {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) set(grid, x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
  }
}

function drawPatterns(grid: Grid, version: number): void {
  const { size } = grid;
  for (let i = 0; i < size; i++) {
    set(grid, 6, i, i % 2 === 0);
    set(grid, i, 6, i % 2 === 0);
  }
  const positions = alignmentPositions(version);
  const last = positions.length - 1;
  positions.forEach((x, i) =>
    positions.forEach((y, j) => {
      const isCorner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!isCorner) rings(grid, x, y, 2, (distance) => distance !== 1);
    }),
  );
  const corners = [[3, 3], [size - 4, 3], [3, size - 4]] as const; // prettier-ignore
  for (const [x, y] of corners) rings(grid, x, y, 4, (distance) => distance !== 2 && distance !== 4);
}

/** Centres of alignment patterns (annex E). */
export function alignmentPositions(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const rest = Array.from({ length: count - 1 }, (_, i) => 4 * version + 10 - i * step);
  return [6, ...rest.reverse()];
}

/** The fifteen bits of level L and a mask (7.9), most significant first in the number. */
export function formatBits(mask: number): number {
  const data = (1 << 3) | mask;
  let rest = data;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((data << 10) | rest) ^ 0x5412;
}

function drawFormat(grid: Grid, mask: number): void {
  const { size } = grid;
  const bit = (i: number) => ((formatBits(mask) >>> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    // Around the first corner, past the timing lines; and again along the two others.
    if (i < 8) set(grid, 8, i < 6 ? i : i + 1, bit(i));
    else set(grid, i === 8 ? 7 : 14 - i, 8, bit(i));
    if (i < 8) set(grid, size - 1 - i, 8, bit(i));
    else set(grid, 8, size - 15 + i, bit(i));
  }
  set(grid, 8, size - 8, true);
}

/** The eighteen bits of a version (7.10). */
export function versionBits(version: number): number {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  return (version << 12) | rest;
}

function drawVersion(grid: Grid, version: number): void {
  if (version < 7) return;
  for (let i = 0; i < 18; i++) {
    const isDark = ((versionBits(version) >>> i) & 1) === 1;
    const [a, b] = [grid.size - 11 + (i % 3), Math.floor(i / 3)];
    set(grid, a, b, isDark);
    set(grid, b, a, isDark);
  }
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Two columns at a time, up and down from the right, around what is fixed (7.7.3). */
function drawData({ size, dark, fixed }: Grid, codewords: readonly number[], mask: number): void {
  const isMasked = MASKS[mask]!;
  let i = 0;
  for (const right of columns(size)) {
    const isUpward = ((right + 1) & 2) === 0;
    for (let step = 0; step < 2 * size; step++) {
      const x = right - (step % 2);
      const y = isUpward ? size - 1 - (step >> 1) : step >> 1;
      if (fixed[y]![x]) continue;
      const bit = ((codewords[i >> 3] ?? 0) >>> (7 - (i & 7))) & 1;
      dark[y]![x] = (bit === 1) !== isMasked(x, y);
      i++;
    }
  }
}

/** The right one of each pair of columns; the timing column is passed over. */
function columns(size: number): number[] {
  const all: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    all.push(right);
  }
  return all;
}

/** How hard a code is to read: long runs and blocks of one colour (7.8.3, its first two rules). Any mask can be read. */
function penalty(modules: Modules): number {
  const size = modules.length;
  const at = (x: number, y: number) => modules[y]![x]!;
  let sum = 0;
  for (let a = 0; a < size; a++) {
    sum += runs(size, (b) => at(a, b)) + runs(size, (b) => at(b, a));
    if (a === size - 1) continue;
    for (let b = 0; b < size - 1; b++) {
      const dark = [at(a, b), at(a + 1, b), at(a, b + 1), at(a + 1, b + 1)].filter(Boolean).length;
      if (dark === 0 || dark === 4) sum += 3;
    }
  }
  return sum;
}

function runs(size: number, at: (i: number) => boolean): number {
  let [sum, length] = [0, 1];
  for (let i = 1; i <= size; i++) {
    if (i < size && at(i) === at(i - 1)) length++;
    else {
      if (length >= 5) sum += length - 2;
      length = 1;
    }
  }
  return sum;
}
