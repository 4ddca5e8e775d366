/** Ids for elements that others name. Preact's own repeat in each tree, and a card and the pinned ones are two trees in one root. */
import { useState } from 'preact/hooks';

let made = 0;

export function useUniqueId(): string {
  const [id] = useState(() => `part-${++made}`);
  return id;
}
