/** Kinds of pages that look like articles, told by their shape: recipes, episodes of podcasts, calendars, manuals. */
import type { Block } from './blocks.ts';
import type { Body } from './body.ts';
import { datedLines } from './dateline.ts';
import type { DateContext } from './dates.ts';

interface Page {
  /** The document and its open shadow roots. */
  trees: readonly ParentNode[];
  blocks: readonly Block[];
  body: Body | null;
  title: string | null;
  /** The title element's text, which names the site, too. */
  tab: string;
  /** The site's name, as the page gives it. */
  outlet: string | null;
  context: DateContext;
}

/** From so many dated lines on, if they are about as many as the paragraphs, a body is a calendar, a list of documents or a thread. */
const MOST_DATED_LINES = 5;
/** From so many listings on, a text is a manual or a programmer's. */
const MOST_LISTINGS = 4;
/** From so many lines with an amount on, a page tells how to cook. */
const MOST_AMOUNTS = 4;
const LONGEST_AMOUNT = 90;

/** An amount as lists of ingredients begin with it, in the units of cooks. */
const amount =
  /^[^a-zªµºÀ-\u1fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{0,3}(?:\d+(?:[.,/]\d+)?|[½¼¾⅓⅔⅛])(?:\s?[½¼¾⅓⅔⅛]|\s\d\/\d)?(?:\s?[-–]\s?\d+)?\s?(?:(?:g|gr|gramm?|grams?|kg|ml|cl|dl|dag|l|EL|TL|Msp|Prisen?|Zehen?|Bund|cups?|tbsps?|tsps?|tablespoons?|teaspoons?|oz|ounces?|lbs?|pounds?|cloves?|cuill[èe]res?|cucharad\w+|tazas?|colher\w*|xícaras?|cucchiai\w*|łyż\S+|szklan\S+|eetlepels?|theelepels?|ст|ч|г|мл)(?=$|[\s.,(])|克|毫升)|(?:大さじ|小さじ|큰술|작은술)\s?\d/i;

/** What any amount begins like. */
const amountHead = /^.{0,3}[\d½¼¾⅓⅔⅛大小큰작]/;

/** Where pages let their readers hear something. */
const recordings = 'audio, a[href$=".mp3" i], a[href$=".m4a" i], a[href$=".ogg" i], a[href$=".opus" i], [class*="podcast-player" i]';
/** A title with the number of an episode. */
const episode =
  /(?:^|[^\p{L}])(?:episode|épisode|episodio|episódio|folge|avsnitt|aflevering|odcinek|выпуск|エピソード)\s?[.:#№]?\s?\d{1,4}(?!\d)|(?:^|\s)#\d{1,4}(?!\d)|^\d{1,4}:\s|^\p{Lu}{2,6}0\d{2}(?!\d)/iu;

/** What kind of page other than news a page's shape shows; null where it shows none. */
export function kindOf({ trees, blocks, body, title, tab, outlet, context }: Page): string | null {
  const has = (selector: string) => trees.some((tree) => tree.querySelector(selector) !== null);
  const listings = trees.reduce((sum, tree) => sum + tree.querySelectorAll('pre').length, 0);
  if (listings >= MOST_LISTINGS) return 'listings of code';
  const dated = body === null ? 0 : datedLines(body, context);
  if (body !== null && dated >= MOST_DATED_LINES && dated >= 0.9 * body.paragraphs) return 'a list of dates';
  if (hasAmounts(blocks)) return 'a list of ingredients';
  const isNamed = episode.test(title ?? '') || /podcast/i.test(`${outlet} ${tab}`);
  if (isNamed && has(recordings)) return 'an episode of a podcast';
  return null;
}

/** Whether enough lines begin with an amount. Most pages have too few lines that could, and need not have the browser compile what amounts look like. */
function hasAmounts(blocks: readonly Block[]): boolean {
  const lines = blocks.map(({ text }) => text.trim()).filter((line) => line.length <= LONGEST_AMOUNT && amountHead.test(line));
  return lines.length >= MOST_AMOUNTS && lines.filter((line) => amount.test(line)).length >= MOST_AMOUNTS;
}
