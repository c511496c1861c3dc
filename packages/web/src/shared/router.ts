/** Addresses of the screens, and moving between them without loading the page anew. */
import { useSyncExternalStore } from 'react';

export type Route =
  /** The front door: does the claim hold? With the search that the page without a script sends here. */
  | { readonly screen: 'claim'; readonly query: string }
  /** The claim alone, inside another site. */
  | { readonly screen: 'embed' }
  | { readonly screen: 'network' }
  /** Sum of a region or network of the thousand, by the id of its group. */
  | { readonly screen: 'region'; readonly id: string }
  | { readonly screen: 'city'; readonly id: string }
  /** Where a city's people work together; its own addresses are read by `features/workspace/routes.ts`. */
  | { readonly screen: 'workspace'; readonly pathname: string }
  | { readonly screen: 'not-found' };

const WORKSPACE = /^\/(workspace(\/|$)|(set-up|join|password)\/?$)/;

/** Read an address. */
export function routeOf(pathname: string, search: string): Route {
  if (pathname === '/') return { screen: 'claim', query: new URLSearchParams(search).get('q') ?? '' };
  if (WORKSPACE.test(pathname)) return { screen: 'workspace', pathname };
  if (/^\/embed\/?$/.test(pathname)) return { screen: 'embed' };
  if (/^\/network\/?$/.test(pathname)) return { screen: 'network' };
  const region = idIn(pathname, /^\/network\/region\/([^/]+)\/?$/);
  if (region !== undefined) return { screen: 'region', id: region };
  const city = idIn(pathname, /^\/city\/([^/]+)\/?$/);
  return city === undefined ? { screen: 'not-found' } : { screen: 'city', id: city };
}

/** The id in an address; undefined where there is none, or where its escapes are broken. */
function idIn(pathname: string, pattern: RegExp): string | undefined {
  const text = pattern.exec(pathname)?.[1];
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export const cityAddress = (id: string): string => `/city/${encodeURIComponent(id)}`;
export const regionAddress = (id: string): string => `/network/region/${encodeURIComponent(id)}`;
export const NETWORK_ADDRESS = '/network';
export const EMBED_ADDRESS = '/embed';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Go to an address of this site. */
export function navigate(address: string): void {
  window.history.pushState(null, '', address);
  window.scrollTo(0, 0);
  listeners.forEach((listener) => listener());
}

/**
 * Say in the address what the screen now shows, without leaving it. `push` for a choice, so that Back undoes it; `replace` for
 * what comes letter by letter.
 */
export function restate(address: string, how: 'push' | 'replace'): void {
  if (address === window.location.pathname + window.location.search) return;
  window.history[`${how}State`](null, '', address);
  listeners.forEach((listener) => listener());
}

/** Path and search of the address in force. The hash belongs to the plan and is read by it. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search);
}

/** Follow a link within the page unless the reader asked for a new tab. */
export function followLink(event: {
  readonly button: number;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly currentTarget: HTMLAnchorElement;
  preventDefault(): void;
}): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  navigate(event.currentTarget.pathname + event.currentTarget.search);
}
