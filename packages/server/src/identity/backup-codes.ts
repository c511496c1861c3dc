/**
 * Codes for when the phone is lost, kept as passwords are: slow hashes, all of an account with one salt, so that looking for the
 * code that was given is one hash. The identity library keeps a list of codes and looks for the one given in it; here it is handed
 * a list in which only that one is readable, and what it writes back is hashed.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { timingSafeEqual } from 'node:crypto';
import { symmetricDecrypt } from 'better-auth/crypto';
import { hashAlike, hashPassword } from './password.ts';

/** As the library makes them: 59 bits. A hash has another form, so that showing one, read in the database, opens nothing. */
const CODE = /^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/;

export const isBackupCode = (text: unknown): text is string => typeof text === 'string' && CODE.test(text);

/** The code that the request under way shows. */
const shown = new AsyncLocalStorage<string>();

/** Do work in which this code may be found. */
export const showing = <T>(code: string, work: () => T): T => shown.run(code, work);

/** What the library asks to keep codes by, and to read them again (`storeBackupCodes`). */
export function hashedBackupCodes(secret: string) {
  return {
    encrypt: async (json: string): Promise<string> => {
      const codes = JSON.parse(json) as string[];
      // The first brings the salt of all; after one was used, the others are hashes already.
      const first = codes.find((code) => isBackupCode(code));
      const like = codes.find((code) => !isBackupCode(code)) ?? (first && (await hashPassword(first)));
      return JSON.stringify(
        await Promise.all(codes.map(async (code) => (isBackupCode(code) ? hashAlike(like!, code) : code))),
      );
    },
    decrypt: async (kept: string): Promise<string> => {
      // Of before they were hashed: encrypted. The next use writes the others back as hashes.
      if (!kept.startsWith('[')) return symmetricDecrypt({ key: secret, data: kept });
      return JSON.stringify(await withShown(JSON.parse(kept) as string[], shown.getStore()));
    },
  };
}

/** The hashes, with the code that was shown in place of its own. Every one is compared, whichever fits. */
async function withShown(hashes: readonly string[], code: string | undefined): Promise<readonly string[]> {
  const [like] = hashes;
  if (like === undefined || !isBackupCode(code)) return hashes;
  const wanted = Buffer.from(await hashAlike(like, code));
  return hashes.map((hash) => {
    const each = Buffer.from(hash);
    return each.length === wanted.length && timingSafeEqual(each, wanted) ? code : hash;
  });
}
