/** Whether a page says who wrote its article. */
import { closestOf, holds } from '../shared/trees.ts';
import type { Block } from './blocks.ts';
import type { Body } from './body.ts';

interface Page {
  /** The document and its open shadow roots. */
  trees: readonly ParentNode[];
  blocks: readonly Block[];
  body: Body | null;
  heading: Element | null;
}

/** Where pages name who wrote them. */
const named =
  '[rel~="author"]:not([href$="humans.txt"]), [itemprop~="author"], [class*="byline" i], [class*="author" i], [class*="autor" i]';
/** Where readers who answer are named. */
const comments = '[class*="comment" i], [id*="comment" i]';
/** How far from the headline and from the text's end a line with a name may stand, in blocks. */
const REACH = 8;
const LONGEST_LINE = 80;
/** A name behind `by`, and what East Asian outlets put beside reporters, editors and sources. */
const written =
  /^\s*(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|[Aa]v|[Oo]leh)\s*:?\s+\p{Lu}[\p{L}.]+\s+\p{L}|^\s*(?:Author|Autor|Autorin|Auteur|Autore|Автор)\s*:\s*\p{Lu}|(?:来源|來源|稿源|记者|記者|责任编辑|責任編輯|责编)\s*[:：丨|／/]|\p{Script=Hangul}{2,4}\s*기자/u;

/** Whether an element or a short line by the headline or at the text's end names the author, an editor or a source. */
export function hasByline({ trees, blocks, body, heading }: Page): boolean {
  const isOfArticle = (element: Element) => {
    const around = closestOf(element, comments);
    // Names of frames around the whole page speak of what else is in them.
    return around === null || (body !== null && holds(around, body.container));
  };
  if (trees.some((tree) => [...tree.querySelectorAll(named)].some(isOfArticle))) return true;
  const at = heading === null ? -1 : blocks.findIndex((block) => holds(heading, block.element));
  const last = body?.blocks.at(-1);
  const end = last === undefined ? -1 : blocks.indexOf(last);
  const near = [...(at < 0 ? [] : blocks.slice(at + 1, at + REACH)), ...(end < 0 ? [] : blocks.slice(Math.max(0, end - 2), end + REACH))];
  return near.some(({ text }) => text.trim().length <= LONGEST_LINE && written.test(text));
}
