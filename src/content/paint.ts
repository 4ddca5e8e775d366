/**
 * Marks on the page, painted with the CSS Custom Highlight API: no node of
 * the page is touched. The marks are kept in a map of our own, because
 * Firefox forbids content scripts to iterate a `Highlight`.
 */
import type { Block } from '../article/article.ts';
import type { Category } from '../shared/categories.ts';
import type { Mention } from '../shared/model.ts';

/** A mention as it stands on the page. */
export interface Mark {
  mention: Mention;
  /** Its number among the article's mentions. */
  index: number;
  /** Static: live ranges make the page's own changes ten times slower. */
  range: StaticRange;
}

/** The page shares the registry of highlights, so the names say whose they are. */
const nameOf = (category: Category, coloured: boolean) => `newsgloss-${category}${coloured ? '' : '-grey'}`;

export class Marks {
  readonly #highlights = new Map<Category, Highlight>();
  readonly #byNode = new Map<Text, { start: number; end: number; mark: Mark }[]>();
  readonly #parents = new Set<Node>();
  #roots: ShadowRoot[] = [];
  #marks: Mark[] = [];
  #coloured = true;

  get all(): readonly Mark[] {
    return this.#marks;
  }

  /** Replaces all marks by those of an article's mentions. */
  paint(blocks: readonly Block[], mentions: readonly Mention[], coloured: boolean): void {
    this.clear();
    this.#coloured = coloured;
    let block = 0;
    let blockStart = 0;
    mentions.forEach((mention, index) => {
      while (block < blocks.length && blockStart + (blocks[block] as Block).text.length < mention.end)
        blockStart += (blocks[block++] as Block).text.length + 1;
      const at = blocks[block];
      if (at === undefined || mention.start < blockStart) return;
      this.#add(at, mention.start - blockStart, mention.end - blockStart, mention, index);
    });
    for (const [category, highlight] of this.#highlights) CSS.highlights.set(nameOf(category, coloured), highlight);
  }

  /** The mark at a place of a text node, or null. */
  at(node: Node, offset: number): Mark | null {
    const parts = this.#byNode.get(node as Text);
    return parts?.find(({ start, end }) => offset >= start && offset <= end)?.mark ?? null;
  }

  /** Whether a text with a mark stands in one of these nodes themselves, which is cheap to say where a pointer moves. */
  isIn(nodes: readonly unknown[]): boolean {
    return nodes.some((node) => this.#parents.has(node as Node));
  }

  /** The shadow roots that marks stand in. */
  get roots(): readonly ShadowRoot[] {
    return this.#roots;
  }

  /** Takes the marks off a text node whose text has changed: a static range would underline other letters. */
  drop(node: Node): void {
    const dropped = new Set(this.#byNode.get(node as Text)?.map((part) => part.mark));
    if (dropped.size === 0) return;
    for (const { mention, range } of dropped) this.#highlights.get(mention.category)?.delete(range);
    for (const [text, parts] of this.#byNode)
      this.#byNode.set(
        text,
        parts.filter(({ mark }) => !dropped.has(mark)),
      );
    this.#marks = this.#marks.filter((mark) => !dropped.has(mark));
  }

  clear(): void {
    for (const [category, highlight] of this.#highlights) {
      const name = nameOf(category, this.#coloured);
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#highlights.clear();
    this.#byNode.clear();
    this.#parents.clear();
    this.#roots = [];
    this.#marks = [];
  }

  #add(block: Block, start: number, end: number, mention: Mention, index: number): void {
    const parts = block.runs.flatMap((run) => {
      const from = Math.max(start - run.start, 0);
      const to = Math.min(end - run.start, run.node.data.length);
      return from < to ? [{ node: run.node, start: from, end: to }] : [];
    });
    const first = parts[0];
    const last = parts.at(-1);
    // No range goes from one tree into another, as from what a slot was handed into what follows the slot.
    if (first === undefined || last === undefined || first.node.getRootNode() !== last.node.getRootNode()) return;
    const root = first.node.getRootNode();
    if (root instanceof ShadowRoot && !this.#roots.includes(root)) this.#roots.push(root);
    const range = new StaticRange({ startContainer: first.node, startOffset: first.start, endContainer: last.node, endOffset: last.end });
    const mark: Mark = { mention, index, range };
    this.#marks.push(mark);
    for (const { node, ...part } of parts) {
      const list = this.#byNode.get(node);
      if (list) list.push({ ...part, mark });
      else this.#byNode.set(node, [{ ...part, mark }]);
      if (node.parentNode !== null) this.#parents.add(node.parentNode);
    }
    let highlight = this.#highlights.get(mention.category);
    if (highlight === undefined) {
      highlight = new Highlight();
      this.#highlights.set(mention.category, highlight);
    }
    highlight.add(range);
  }
}

/** Boxes of a mark's lines on the screen. */
export function boxesOf(mark: Mark): DOMRect[] {
  const range = document.createRange();
  try {
    range.setStart(mark.range.startContainer, mark.range.startOffset);
    range.setEnd(mark.range.endContainer, mark.range.endOffset);
  } catch {
    // The text has become shorter since it was marked.
    return [];
  }
  return [...range.getClientRects()];
}
