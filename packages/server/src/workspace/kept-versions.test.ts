import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Version } from '@thousand-cities/store';
import { KeptVersions, SentText } from './kept-versions.ts';

function version(number: number, length: number): { head: Omit<Version, 'text'>; whole: Version } {
  const head = { version: number, state: 'draft', sha256: String(number), note: null, createdBy: null, createdAt: '2026' } as const; // prettier-ignore
  return { head, whole: { ...head, text: `{\n  "note": "${'x'.repeat(length)}"\n}\n` } };
}

describe('versions that are kept', () => {
  it('are found by their head, as they are sent: without line ends, the head before the document', () => {
    const kept = new KeptVersions();
    const { head, whole } = version(1, 2);
    expect(kept.find(head)).toBeUndefined();
    kept.keep(head, whole);
    expect(JSON.parse(Buffer.from(kept.find({ ...head })!.plain).toString())).toEqual({
      ...head,
      document: { note: 'xx' },
    });
    expect(kept.find({ ...head, state: 'review' })).toBeUndefined();
  });

  it('go when there is no more room, those first that were asked for longest ago', () => {
    // Each some 1,100 bytes: two of them fit.
    const kept = new KeptVersions(2500);
    const all = [1, 2, 3].map((number) => version(number, 1000));
    const keep = (i: number) => kept.keep(all[i]!.head, all[i]!.whole);
    const there = () => all.map(({ head }) => kept.find(head) !== undefined);
    keep(0);
    keep(1);
    kept.find(all[0]!.head);
    keep(2);
    expect(there()).toEqual([true, false, true]);
  });

  it('take room once, however many ask for one at the same moment', () => {
    const kept = new KeptVersions(2500);
    const [one, other] = [version(1, 1000), version(2, 1000)];
    const sent = Array.from({ length: 50 }, () => kept.keep(one.head, one.whole));
    expect(new Set(sent).size).toBe(1);
    kept.keep(other.head, other.whole);
    expect([one, other].map(({ head }) => kept.find(head) !== undefined)).toEqual([true, true]);
  });

  it('are packed as the caller takes them, and not where that is not worth it', async () => {
    const long = new SentText('é'.repeat(5000));
    expect(long.encodingFor(new Set(['gzip', 'br']))).toBe('br');
    expect(long.encodingFor(new Set(['deflate']))).toBeUndefined();
    expect(new SentText('short').encodingFor(new Set(['gzip']))).toBeUndefined();
    expect(brotliDecompressSync(await long.packed('br')).toString()).toBe('é'.repeat(5000));
    expect(gunzipSync(await long.packed('gzip')).toString()).toBe('é'.repeat(5000));
    expect(await long.packed('gzip')).toBe(await long.packed('gzip'));
  });
});
