/** Parts of an article's container that lead to other articles, told by the line at their head. */

import { holds, parentOf } from '../shared/trees.ts';
import type { Block } from './blocks.ts';

/** What outlets write over links to other articles, in lower case. */
const labels = new RegExp(
  `^(?:${[
    'related|related (?:articles?|stories|posts|content|news|topics|coverage|links|reading)|(?:more )?related|read (?:more|next|also)|also read|see also',
    'more (?:on this (?:story|topic)|stories|news|like this)|(?:most|top) (?:read|popular|viewed|stories)|trending(?: now)?|latest (?:news|stories)',
    "you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| stories| reading)?|editors?['’]?s? picks|what to read next|don['’]t miss",
    'auch interessant|(?:das )?könnte (?:sie|dich) (?:auch )?interessieren|lesen sie (?:auch|mehr)|lesetipps?|mehr zum thema|mehr zu diesem thema|passend dazu',
    '(?:ähnliche|verwandte|weitere) (?:artikel|beiträge|themen|meldungen|nachrichten)|meist ?gelesen|am meisten gelesen|empfehlungen (?:aus|von) der redaktion',
    '(?:à )?lire (?:aussi|également)|à voir aussi|sur le même sujet|articles (?:liés|similaires)|(?:les )?plus lus|vous aimerez aussi|dans la même rubrique',
    '(?:lee|lea|leer) (?:también|más)|(?:te|le) puede interesar|también te puede interesar|(?:noticias|artículos|notas) relacionad[ao]s|(?:lo )?más (?:leído|leídas|noticias)|te recomendamos',
    'leia (?:também|mais)|veja também|(?:notícias|matérias) relacionadas|mais lidas|saiba mais|leggi anche|(?:ti )?potrebbe interessar(?:ti|e)|articoli correlati|i più letti',
    'lees ook|czytaj (?:także|też|również)|zobacz (?:także|też)|polecamy|читайте также|по теме|čtěte také|ilgili haberler|läs (?:också|även)|læs også|les også',
    '(?:相关|推荐|热门|更多)(?:新闻|阅读|文章|报道|推荐|内容)|延伸阅读|猜你喜欢|(?:相關|推薦|熱門|更多)(?:新聞|閱讀|文章|報導|推薦|內容)|延伸閱讀|猜你喜歡|你可能也喜歡|看更多',
    '関連(?:記事|ニュース|リンク|キーワード)|(?:あわせて|合わせて)読みたい|(?:おすすめ|オススメ|人気|最新)(?:の)?(?:記事|ニュース)|アクセスランキング|こちらもおすすめ',
    '관련 ?(?:기사|뉴스)|많이 본 (?:뉴스|기사)|(?:추천|인기|주요) ?(?:기사|뉴스)|이 시각 주요 ?뉴스|함께 본 (?:뉴스|기사)|اقرأ أيضا|مواضيع ذات صلة|اخبار مرتبط',
  ].join('|')})$`,
);
const LONGEST_LABEL = 40;
/** Where more than this share of the prose stands under such a line, it is the article's own. */
const MOST = 0.35;
/** What an article goes on with behind such a line. */
const own = /^(?:P|H[1-6]|BLOCKQUOTE|FIGURE|TABLE)$/;

/** The blocks of parts that begin with a line over other articles, that line included. */
export function partsElsewhere(body: readonly Block[], prose: readonly Block[], container: Element): Set<Block> {
  const elsewhere = new Set<Block>();
  const texts = new Set(prose);
  const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + (texts.has(block) ? block.text.length : 0), 0);
  body.forEach((block, index) => {
    if (elsewhere.has(block) || !isLabel(block)) return;
    elsewhere.add(block);
    const part = partUnder(block, body[index - 1], container);
    const held = part === null ? [] : body.filter((one) => holds(part, one.element));
    if (lengthOf(held) <= MOST * lengthOf(body)) for (const one of held) elsewhere.add(one);
  });
  return elsewhere;
}

function isLabel({ text }: Block): boolean {
  const line = text.trim().replace(/[\s:：.…»>›+]+$/u, '');
  return line.length <= LONGEST_LABEL && labels.test(line.toLowerCase());
}

/** The largest part of the container that begins with a line, else, where the line fills it, the one next to it; null where the article goes on there. */
function partUnder(line: Block, before: Block | undefined, container: Element): Element | null {
  const isPart = (element: Element) =>
    element !== container && holds(container, element) && (before === undefined || !holds(element, before.element));
  let part = line.element;
  if (!isPart(part)) return null;
  for (let above = parentOf(part); above !== null && isPart(above); above = parentOf(above)) part = above;
  if (part.textContent?.trim() !== line.text.trim()) return part;
  const next = part.nextElementSibling;
  return next === null || own.test(next.tagName) ? null : next;
}
