/** A mention with the words around it, by which its places in a text are told apart. */

/** How much of the text stands on either side of a mention where nothing else is asked for, in characters. */
const AROUND = 44;

/** A mention with a little of its paragraph around it. */
export function excerptAround(text: string, start: number, end: number, around = AROUND): { before: string; name: string; after: string } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const paragraphEnd = lineEnd < 0 ? text.length : lineEnd;
  const from = Math.max(lineStart, start - around);
  const to = Math.min(paragraphEnd, end + around);
  // Words that are cut through go; languages without spaces lose nothing.
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: from > lineStart ? `…${before.replace(/^[\p{Script=Latin}\p{Script=Hangul}\p{N}\p{P}]*\s+/u, '')}` : before,
    name: text.slice(start, end),
    after: to < paragraphEnd ? `${after.replace(/\s+[\p{Script=Latin}\p{Script=Hangul}\p{N}\p{P}]*$/u, '')}…` : after,
  };
}
