/** Bringing a mark into the middle of the window. */
import { parentOf } from '../shared/trees.ts';
import { boxesOf, type Mark } from './paint.ts';

/** Scrolls to a mark, through boxes that scroll by themselves too. */
export function reveal(mark: Mark): void {
  parentOf(mark.range.startContainer)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A long paragraph may have its middle in view and the mark outside.
  const [box] = boxesOf(mark);
  if (box && (box.top < 0 || box.bottom > innerHeight)) scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
}
