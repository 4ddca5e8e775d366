/** Whether the page is dark where a mark stands: the card follows the page, not the system. */
import { parentAsShown } from '../shared/trees.ts';
import type { Mark } from './paint.ts';

export function isDarkAt(mark: Mark): boolean {
  for (let element = parentAsShown(mark.range.startContainer); element !== null; element = parentAsShown(element)) {
    const colour = parseColour(getComputedStyle(element).backgroundColor);
    if (colour !== null && colour.alpha > 0.5) return luminance(colour) < 0.4;
  }
  // Nothing is painted: the browser's own canvas shows, which is dark only for pages that say they can be.
  return getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
}

interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** Computed colours come as rgb() or rgba(); other spaces are left to the next element. */
function parseColour(text: string): Colour | null {
  const parts = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/.exec(text);
  if (parts === null) return null;
  const [red, green, blue, alpha] = parts.slice(1).map((part) => (part === undefined ? 1 : Number(part))) as [
    number,
    number,
    number,
    number,
  ];
  return { red, green, blue, alpha };
}

/** Roughly how light a colour is, 0 to 1. */
function luminance({ red, green, blue }: Colour): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
