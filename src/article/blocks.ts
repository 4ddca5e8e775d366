/**
 * The page's text as blocks: what stands between two breaks of the layout, with
 * the nodes it comes from. Open shadow roots are read in the place of what is
 * below their hosts, and what is handed to their slots where the slots stand.
 */

import { parentOf } from '../shared/trees.ts';

/** A text node's part of a block. */
export interface Run {
  node: Text;
  /** Where the node's text begins in the block's text. */
  start: number;
}

export interface Block {
  /** The text of the runs, one after the other; line feeds and tabs are spaces. */
  text: string;
  runs: Run[];
  /** The innermost element that is a block of the layout around the text. */
  element: Element;
  /** Units of the text that are inside links. */
  linked: number;
  /** The outermost element around it that is named like something beside the article, or null. */
  aside: Element | null;
}

/** Elements that are part of a line. Everything else parts blocks. */
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RB RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
/** Elements whose text is not read: not shown, not prose, or the reader's own. */
const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO PICTURE IMG MAP TEXTAREA INPUT SELECT OPTION DATALIST BUTTON PROGRESS METER CODE PRE KBD SAMP RT RP DIALOG NAV MENU'.split(
    ' ',
  ),
);
const asides = new Set(['FOOTER', 'ASIDE']);
const asideRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'alert',
  'tablist',
  'form',
  'feed',
]);
/** Words in the names of elements that stand beside articles: comments, links to other articles, notices, tools. */
const asideWords =
  /(?:^|[\s_-])(?:comments?|commentlist|disqus|related|relateds?|recommend(?:ed|ations?)?|recirc(?:ulation)?|most-?(?:read|popular|viewed|shared)|trending|popular|newsletters?|sign-?(?:up|in)|pay-?wall|reg-?wall|registration|blocker|subscri(?:be|ption)s?|promos?|advert(?:s|isement|ising)?|ads?|adslot|sponsor(?:ed)?|outbrain|taboola|shar(?:e|ing)|share-?bar|social|cookie[a-z]*|consent|gdpr|dsgvo|rgpd|breadcrumbs?|side-?bar|footer|masthead|nav|navbar|menu|pagination|pager|tags|tag-?list|topics-list|more-?(?:stories|news|on|articles)|read-?(?:more|next)|also-?(?:read|like)|ticker|toolbar|copyright|author-(?:bio|box)|follow-us|app-?promo|(?<!article[_-])widget|modal|popup|overlay|lightbox|ranking|hot-?news|hot-?list|web-?push|push-?(?:layer|notifications?)|further-?(?:articles|stories))(?=$|[\s_-])/i;

/** Elements with the browser's own names that pages give shadow roots, as templates in the markup do. Others may have them, and are not asked, since each question takes its time. */
const hosts = new Set(['ARTICLE', 'BODY', 'DIV', 'MAIN', 'SECTION']);

/** What was met on the way that changes by itself, unseen by who observes the document. */
export interface Shadows {
  /** The open shadow roots. */
  roots: ShadowRoot[];
  /** Components without contents, or whose script has not come yet: they may still get a shadow root. */
  awaited: Element[];
}

/** More text than any article has; reading stops there. */
export const LONGEST_TEXT = 600_000;

/** Reads the blocks below an element in the order in which they are laid out, and notes the shadows met. Nothing is changed. */
export function readBlocks(root: Element, shadows: Shadows = { roots: [], awaited: [] }): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  let text = '';
  let linked = 0;
  let total = 0;
  let breaks = 0;
  const flush = (element: Element, aside: Element | null) => {
    if (text.trim() !== '') blocks.push({ text, runs, element, linked, aside });
    total += text.length;
    runs = [];
    text = '';
    linked = 0;
    breaks = 0;
  };

  // The stack holds, for each open element, the next node to visit, and what else its slot was handed.
  const stack: { element: Element; block: Element; aside: Element | null; link: boolean; next: Node | null; slotted: Node[] | null }[] = [
    { element: root, block: root, aside: null, link: false, ...contentsOf(root, root.tagName.toUpperCase(), shadows) },
  ];
  while (stack.length > 0 && total < LONGEST_TEXT) {
    const top = stack[stack.length - 1] as (typeof stack)[number];
    const node = top.next;
    if (node === null) {
      if (top.element === top.block) flush(top.block, top.aside);
      stack.pop();
      continue;
    }
    top.next = top.slotted === null ? node.nextSibling : (top.slotted.shift() ?? null);
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      if (breaks > 1 && data.trim() !== '') flush(top.block, top.aside);
      runs.push({ node: node as Text, start: text.length });
      text += data;
      if (top.link) linked += data.trim().length;
      if (data.trim() !== '') breaks = 0;
      continue;
    }
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    const name = element.tagName.toUpperCase();
    if (name === 'BR') {
      // A line break parts words, two part paragraphs.
      breaks++;
      text += ' ';
      if (breaks > 1) flush(top.block, top.aside);
      continue;
    }
    if (skipped.has(name) || isHidden(element)) continue;
    const isInline = inline.has(name);
    if (!isInline) flush(top.block, top.aside);
    stack.push({
      element,
      block: isInline ? top.block : element,
      aside: top.aside ?? (isInline ? null : asideAt(element, name)),
      link: top.link || name === 'A',
      ...contentsOf(element, name, shadows),
    });
  }
  for (const block of blocks) block.text = block.text.replace(/[\n\r\t]/g, ' ');
  return blocks;
}

/** Where an element's contents begin as they are laid out. */
function contentsOf(element: Element, name: string, shadows: Shadows): { next: Node | null; slotted: Node[] | null } {
  if (name === 'SLOT') {
    const [next, ...slotted] = (element as HTMLSlotElement).assignedNodes();
    // Without anything to take, a slot shows what is in it.
    if (next !== undefined) return { next, slotted };
  } else {
    const isComponent = name.includes('-');
    const root = isComponent || hosts.has(name) ? element.shadowRoot : null;
    if (root !== null) {
      shadows.roots.push(root);
      return { next: root.firstChild, slotted: null };
    }
    if (isComponent && (element.firstChild === null || !element.matches(':defined'))) shadows.awaited.push(element);
  }
  return { next: element.firstChild, slotted: null };
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || isEditable(element);
}

function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false';
}

function asideAt(element: Element, name: string): Element | null {
  if (asides.has(name)) return element;
  const role = element.getAttribute('role');
  if (role !== null && asideRoles.has(role)) return element;
  if (name === 'BODY' || name === 'MAIN' || name === 'ARTICLE') return null;
  const isNamed =
    name === 'FORM' ||
    (name.includes('-') && asideWords.test(name)) ||
    asideWords.test(parted(typeof element.className === 'string' ? element.className : '')) ||
    asideWords.test(parted(element.id));
  // Names of frames around the whole page speak of what else is in them.
  return isNamed && element.querySelector(headlines) === null ? element : null;
}

/** The outermost element between an element and a frame around it that is named like something beside the article; null where none is. */
export function asideWithin(frame: Element, element: Element): Element | null {
  let aside: Element | null = null;
  for (let above: Element | null = element; above !== null && above !== frame; above = parentOf(above)) {
    const name = above.tagName.toUpperCase();
    if (!inline.has(name)) aside = asideAt(above, name) ?? aside;
  }
  return aside;
}

/** A name with its words apart: some write `relatedStories` for `related-stories`. */
function parted(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2');
}

/** Where an article's headline or text is. */
const headlines = 'h1, main, [itemprop~="articleBody" i]';
