/** The width of an element, kept up to date: a drawing fits it, and its lettering keeps its size. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A reference for the element, and its width in CSS pixels; `first` until it has been laid out. */
export function useWidth<Element extends HTMLElement>(first: number) {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    if (element.current === null) return;
    // Before it is painted, where it is laid out already.
    const now = Math.round(element.current.clientWidth);
    if (now > 0) setWidth(now);
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
