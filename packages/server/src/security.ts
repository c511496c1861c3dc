/** Headers that keep a page to its own origin. Everything the page needs comes from this server; WebAssembly is the solver. */
import type { MiddlewareHandler } from 'hono';

/** The one page that other sites may show in a frame. */
const EMBEDDED = '/embed';

const policyFor = (frameAncestors: string): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

const headers: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', policyFor("'none'")],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
];

/** What the embedded page has instead: any site may frame it, and nothing else is relaxed. */
const embedded = new Map([
  ['Content-Security-Policy', policyFor('*')],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
]);

/** A year, as browsers ask for; said where people reach the server by TLS. */
const HSTS = 'max-age=31536000; includeSubDomains';

/** Set the security headers on every answer. @param publicUrl where people reach the server */
export function securityHeaders(publicUrl?: string): MiddlewareHandler {
  const isSecure = publicUrl?.startsWith('https://') ?? false;
  return async (c, next) => {
    await next();
    const isEmbedded = c.req.path === EMBEDDED;
    for (const [name, value] of headers) c.res.headers.set(name, (isEmbedded && embedded.get(name)) || value);
    if (isSecure) c.res.headers.set('Strict-Transport-Security', HSTS);
  };
}
