/** Where the rows of a list stand, kept up to date: a drawing beside it points at each. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Middles {
  /** Height of the list, in CSS pixels. */
  height: number;
  /** How far below its top the middle of each row is, in CSS pixels. */
  middles: readonly number[];
}

/** A reference for the list, and where those of its parts that a selector picks have their middles; nothing until it has been laid out. */
export function useMiddles<Element extends HTMLElement>(selector: string): { list: RefObject<Element | null> } & Middles {
  const list = useRef<Element>(null);
  const [places, setPlaces] = useState<Middles>({ height: 0, middles: [] });
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    const measure = () => {
      const { top, height } = current.getBoundingClientRect();
      const boxes = [...current.querySelectorAll(selector)].map((row) => row.getBoundingClientRect());
      setPlaces({ height, middles: boxes.map((box) => (box.top + box.bottom) / 2 - top) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [selector]);
  return { list, ...places };
}
