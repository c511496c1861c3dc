/** Secrets that must be read again, encrypted with one that is derived from the installation's: AES-256-GCM. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Sealer {
  seal(text: string): string;
  /** @throws {Error} when it was sealed with another installation's secret, or changed */
  open(sealed: string): string;
}

const VERSION = 'v1';

/** A sealer for one purpose, so that what is sealed for another cannot be opened in its place. */
export function createSealer(installationSecret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, 'thousand-cities', purpose, 32));
  return {
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, ...[nonce, cipher.getAuthTag(), bytes].map((part) => part.toString('base64url'))].join('.');
    },
    open: (sealed) => {
      const [version, nonce, tag, bytes] = sealed.split('.');
      if (version !== VERSION || bytes === undefined) throw new Error('this was not sealed here');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce!, 'base64url'), { authTagLength: 16 });
      decipher.setAuthTag(Buffer.from(tag!, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(bytes, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
}
