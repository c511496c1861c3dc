/** The server that an assistant asks, and the token it asks with. */
import type { AskOptions } from '@thousand-cities/server/mcp';
import { Refusal } from '../failure.ts';
import type { Io } from '../io.ts';

/** As the API makes them; a slip is not sent anywhere. */
const TOKEN = /^[\w-]{1,200}$/;

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * How to reach the server. The token is in the environment, since what stands on a command line is seen by everyone on the
 * machine; it is in no message of ours.
 *
 * @throws {Refusal}
 */
export function remoteOf(url: string, token: string | undefined, io: Io): AskOptions {
  const origin = originOf(url);
  if (token !== undefined && !TOKEN.test(token)) {
    throw new Refusal(
      'CITIES_TOKEN is no token of this program\n  remedy: make one under "My account" and copy it whole',
    );
  }
  if (token !== undefined && origin.protocol === 'http:' && !LOCAL.test(origin.hostname)) {
    io.stderr(`Warning: the token travels to ${origin.host} unencrypted; use https where others share the line.\n`);
  }
  return {
    send: (request) => fetch(request),
    origin: origin.origin,
    ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
  };
}

function originOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Refusal('--url is the address of a server, such as https://plan.example.org, without name and password');
  }
  return url;
}
