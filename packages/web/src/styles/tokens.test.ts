import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
const css = readFileSync(join(here, 'tokens.css'), 'utf8');

type Rgb = readonly [number, number, number];

/** Tokens `--name: light-dark(#…, #…)` of one mode. */
function tokens(mode: 0 | 1): Readonly<Record<string, string>> {
  const pairs = [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)];
  return Object.fromEntries(pairs.map((match) => [match[1]!, match[2 + mode]!]));
}

const linear = (hex: string): Rgb => {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB. */
const SIGHT: Readonly<Record<string, readonly Rgb[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* (D65) of linear RGB. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(hex: string, sight: readonly Rgb[]): Rgb {
  const rgb = linear(hex);
  const mixed = sight.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])));
  return lab(mixed as unknown as Rgb);
}
const difference = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const SECTORS = ['sector-I', 'sector-II', 'sector-III', 'sector-IV', 'sector-V'];
/** About seven just-noticeable differences. */
const APART = 16;

describe.each([
  ['light', tokens(0)],
  ['dark', tokens(1)],
] as const)('colours in %s', (_mode, token) => {
  it.each(['ink', 'ink-2', 'ink-3', 'accent', 'warn'])('%s can be read on paper and surface (4.5 : 1)', (name) => {
    expect(contrast(token[name]!, token['paper']!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token[name]!, token['surface']!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...SECTORS, 'sector-VI'])('words on %s can be read (4.5 : 1)', (name) => {
    expect(contrast(token[`on-${name}`]!, token[name]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['gas-co2', 'gas-ch4', 'gas-n2o', 'gas-fgas'])('words on %s can be read (4.5 : 1)', (name) => {
    expect(contrast(token['paper']!, token[name]!)).toBeGreaterThanOrEqual(4.5);
  });

  it('notices and buttons can be read (4.5 : 1)', () => {
    expect(contrast(token['ink']!, token['warn-soft']!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token['on-accent']!, token['accent']!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token['ink']!, token['accent-soft']!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(SIGHT))('sectors can be told apart with %s sight', (kind) => {
    const sight = SIGHT[kind]!;
    for (const a of SECTORS) {
      for (const b of SECTORS.filter((each) => each > a)) {
        const apart = difference(seen(token[a]!, sight), seen(token[b]!, sight));
        expect(apart, `${a} and ${b}`).toBeGreaterThan(APART);
      }
    }
  });

  it('the three plan states differ in lightness, so that they hold in grey', () => {
    const [bau, target, plan] = ['state-bau', 'state-target', 'state-plan'].map((name) => lab(linear(token[name]!))[0]);
    expect(Math.abs(bau! - target!)).toBeGreaterThan(10);
    expect(Math.abs(plan! - bau!)).toBeGreaterThan(10);
  });
});

describe('styles', () => {
  it('use logical properties only, so that right-to-left needs nothing more', () => {
    const physical =
      /(?:^|[\s;{])((?:margin|padding|border)-(?:left|right)|(?:left|right)\s*:|text-align:\s*(?:left|right)|float:)/;
    const found = readdirSync(here)
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) =>
        readFileSync(join(here, name), 'utf8')
          .split('\n')
          .filter((line) => physical.test(line)),
      );
    expect(found).toEqual([]);
  });
});
