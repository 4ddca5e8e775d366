/** Long lists show their first entries, and the rest when asked. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';

/** The entries to show, and the button that shows the rest; null where nothing is left. */
export function useFirst<Item>(
  items: readonly Item[],
  first: number,
  strings: CardStrings,
): { shown: readonly Item[]; button: ComponentChildren } {
  const [open, setOpen] = useState(false);
  // A button for one more entry takes as much room as the entry.
  const shown = open || items.length === first + 1 ? items : items.slice(0, first);
  const rest = items.length - shown.length;
  return {
    shown,
    button:
      rest === 0 ? null : (
        <button type="button" class="more" aria-expanded="false" onClick={() => setOpen(true)}>
          {fill(strings.cardMore, rest)}
        </button>
      ),
  };
}
