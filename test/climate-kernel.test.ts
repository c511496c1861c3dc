import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelText } from '../scripts/climate-wasm.ts';

describe('the compiled climate kernel', () => {
  it('is what its source compiles to (run `npm run climate:wasm` after a change)', { timeout: 120_000 }, async () => {
    const committed = new URL('../packages/model/src/climate/kernel-wasm-bytes.generated.ts', import.meta.url);
    expect(await kernelText()).toBe(readFileSync(committed, 'utf8'));
  });
});
