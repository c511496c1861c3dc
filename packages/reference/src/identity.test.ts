import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { referenceHash } from './identity.ts';
import { referenceIdentity } from './node-identity.ts';

const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const a = { name: 'a', text: 'x\n1\n' };
const b = { name: 'b', text: 'y\n2\n' };

describe('referenceHash', () => {
  it('does not depend on the order of the tables or on line endings', () => {
    expect(referenceHash([b, a], sha)).toBe(referenceHash([a, b], sha));
    expect(referenceHash([{ ...a, text: 'x\r\n1\r\n' }, b], sha)).toBe(referenceHash([a, b], sha));
  });

  it('changes with any figure, any name, and when a line moves from one table to the next', () => {
    const hash = referenceHash([a, b], sha);
    expect(referenceHash([{ ...a, text: 'x\n3\n' }, b], sha)).not.toBe(hash);
    expect(referenceHash([{ ...a, name: 'c' }, b], sha)).not.toBe(hash);
    expect(
      referenceHash(
        [
          { ...a, text: 'x\n' },
          { ...b, text: '1\ny\n2\n' },
        ],
        sha,
      ),
    ).not.toBe(hash);
  });

  it('names the set on disk', () => {
    expect(referenceIdentity()).toMatchObject({ id: 'tc-2026.11', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});
