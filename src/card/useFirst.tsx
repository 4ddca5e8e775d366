/** Long lists show their first entries; a button unfolds the rest, and folds it again. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';

/** The entries to show, and the button; null where nothing is folded. */
export function useFirst<Item>(
  items: readonly Item[],
  first: number,
  strings: CardStrings,
): { shown: readonly Item[]; button: ComponentChildren } {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    // What was folded above the button took it along.
    if (wasOpen.current && !open) button.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    wasOpen.current = open;
  }, [open]);
  // A button for one more entry takes as much room as the entry.
  if (items.length <= first + 1) return { shown: items, button: null };
  return {
    shown: open ? items : items.slice(0, first),
    button: (
      <button ref={button} type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? strings.cardFewer : fill(strings.cardMore, items.length - first)}
      </button>
    ),
  };
}
