/** The width of an element, kept up to date: a drawing fits it, and its lettering keeps its size. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** A reference for the element, and its width in CSS pixels; `first` until it has been laid out. */
export function useWidth<Element extends HTMLElement>(first: number) {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
