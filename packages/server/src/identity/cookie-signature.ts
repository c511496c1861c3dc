/** Cookies that were signed with an earlier secret of the installation are signed with the present one before they are looked at. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const SESSION = /^((?:__Host-)?cities\.session_token)=(.+)$/;

/** The headers, with the cookie of a session signed by `secret` where one of `before` has signed it. Others stay as they are. */
export function signedAnew(headers: Headers, secret: string, before: readonly string[]): Headers {
  const cookies = headers.get('Cookie');
  if (cookies === null || before.length === 0) return headers;
  const result = new Headers(headers);
  result.set(
    'Cookie',
    cookies
      .split(/;\s*/)
      .map((pair) => {
        const [, name, value] = SESSION.exec(pair) ?? [];
        const token = value === undefined ? undefined : signedBy(value, before);
        return token === undefined ? pair : `${name}=${encodeURIComponent(`${token}.${signatureOf(token, secret)}`)}`;
      })
      .join('; '),
  );
  return result;
}

/** What was signed, where one of the secrets did. */
function signedBy(value: string, secrets: readonly string[]): string | undefined {
  const text = decoded(value);
  const dot = text.lastIndexOf('.');
  const [token, signature] = [text.slice(0, dot), Buffer.from(text.slice(dot + 1))];
  const isSigned = secrets.some((secret) => {
    const wanted = Buffer.from(signatureOf(token, secret));
    return wanted.length === signature.length && timingSafeEqual(wanted, signature);
  });
  return dot > 0 && isSigned ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** HMAC-SHA-256 in base64, as the identity library signs. */
const signatureOf = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('base64');
