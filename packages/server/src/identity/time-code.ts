/** Codes that follow from the time (RFC 6238: SHA-1, 30 s, six digits), and for how long each is good. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
/** Who reads a code at the end of its half minute types it, over a slow line, into the next. */
const TYPING_MS = 10_000;
/** By how much the clock of a phone may be ahead of ours. */
const AHEAD_MS = 5_000;

/** The code of a moment. */
export function timeCode(seed: string, at: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)));
  const hash = createHmac('sha1', seed).update(counter).digest();
  const offset = hash[hash.length - 1]! & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Whether a code is that of now, of ten seconds ago, or of five seconds ahead: 45 s in all. */
export function isCodeOfNow(seed: string, code: string, now = Date.now()): boolean {
  const given = Buffer.from(code);
  const good = [now, now - TYPING_MS, now + AHEAD_MS].map((at) => Buffer.from(timeCode(seed, at)));
  return good.map((each) => each.length === given.length && timingSafeEqual(each, given)).includes(true);
}
