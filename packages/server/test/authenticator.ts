/** An authenticator made by hand (WebAuthn level 3, ES256, attestation `none`), for tests of passkeys, honest and not. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export interface Ceremony {
  readonly challenge: string;
  /** The page that asks, as the browser says it. */
  readonly origin: string;
  readonly rpId: string;
  /** What the authenticator gets wrong, or says. */
  readonly counter?: number;
  readonly userVerified?: boolean;
  readonly crossOrigin?: boolean;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const b64 = (data: Buffer | string) => Buffer.from(data).toString('base64url');

/** Bits of the flags (6.1): user present, user verified, attested credential data. */
const PRESENT = 1;
const VERIFIED = 4;
const ATTESTED = 64;

export class Authenticator {
  readonly credentialId = randomBytes(32);
  readonly #private: KeyObject;
  readonly #public: KeyObject;
  #userHandle = '';

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#private = privateKey;
    this.#public = publicKey;
  }

  /** The answer to `navigator.credentials.create`, for the person of the options. */
  register(ceremony: Ceremony, userHandle: string) {
    this.#userHandle = userHandle;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, this.#coseKey()]);
    const authData = Buffer.concat([data(ceremony, ATTESTED), attested]);
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(authData)]); // prettier-ignore
    return {
      ...this.#frame(),
      response: {
        clientDataJSON: client('webauthn.create', ceremony),
        attestationObject: b64(attestation),
        transports: ['internal'],
      },
    };
  }

  /** The answer to `navigator.credentials.get`. */
  signIn(ceremony: Ceremony, userHandle = this.#userHandle) {
    const clientDataJSON = client('webauthn.get', ceremony);
    const authenticatorData = data(ceremony, 0);
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      ...this.#frame(),
      response: {
        clientDataJSON,
        authenticatorData: b64(authenticatorData),
        signature: b64(sign('sha256', signed, this.#private)),
        userHandle,
      },
    };
  }

  #frame() {
    const id = b64(this.credentialId);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  }

  /** COSE (RFC 9053): {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}; -n is written as 0x20 + n - 1. */
  #coseKey(): Buffer {
    const { x, y } = this.#public.export({ format: 'jwk' });
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
    const [bx, by] = [Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')];
    return Buffer.concat([head, Buffer.from([0x21]), bytes(bx), Buffer.from([0x22]), bytes(by)]);
  }
}

function data({ rpId, counter = 0, userVerified = true }: Ceremony, more: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.from([PRESENT | (userVerified ? VERIFIED : 0) | more]), count]);
}

function client(type: string, { challenge, origin, crossOrigin = false }: Ceremony): string {
  return b64(JSON.stringify({ type, challenge, origin, crossOrigin }));
}

// CBOR (RFC 8949) of what is short.
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([Buffer.from([0x58, value.length]), value]);
