/** How wide a box is, kept up to date: charts are drawn in real pixels so that type stays readable on a phone. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Width of the element in CSS pixels; `first` until it is known. */
export function useWidth(ref: RefObject<HTMLElement | null>, first: number): number {
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth((before) => Math.round(element.clientWidth) || before);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
