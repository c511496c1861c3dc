/** Whoever comes back to a table finds it where they left it: how far it was scrolled, by address, while the page is open. */
import { useLayoutEffect, useState, type RefObject } from 'react';

const kept = new Map<string, number>();
const address = () => window.location.pathname + window.location.search;

/** Keep how far an element is scrolled when it goes. @returns how far it was when it went from this address, CSS pixels */
export function useKeptScroll(ref: RefObject<HTMLElement | null>): number {
  const [first] = useState(() => kept.get(address()) ?? 0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    // When it goes, the address is already that of the next screen: each scroll notes where it happened.
    let [here, at] = [address(), first];
    const note = () => ([here, at] = [address(), element.scrollTop]);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      element.removeEventListener('scroll', note);
      kept.set(here, at);
    };
  }, [ref, first]);
  return first;
}
