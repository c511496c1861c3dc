/** Addresses of the two screens, and moving between them without loading the page anew. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly screen: 'home'; readonly query: string }
  | { readonly screen: 'city'; readonly id: string }
  | { readonly screen: 'not-found' };

/** Read an address. */
export function routeOf(pathname: string, search: string): Route {
  if (pathname === '/') return { screen: 'home', query: new URLSearchParams(search).get('q') ?? '' };
  const id = /^\/city\/([^/]+)\/?$/.exec(pathname)?.[1];
  return id === undefined ? { screen: 'not-found' } : { screen: 'city', id: decodeURIComponent(id) };
}

export const cityAddress = (id: string): string => `/city/${encodeURIComponent(id)}`;

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
