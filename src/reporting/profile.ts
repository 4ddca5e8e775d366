/** From a report or an article to what it is compared by. */
import { hostOf } from './address.ts';
import { ADDRESS, type Feature, featureKey, featuresOf, type Spotter } from './features.ts';
import { hash32 } from './hash.ts';
import { type Entry, NAME_BIT } from './index.ts';
import { isOfficial } from './official.ts';
import { type Article, dayNumber, type Report } from './report.ts';

/** Languages that are compared word by word: the two Chinese scripts are one. */
const families = ['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'uk', 'ar', 'other'];

/** Number of the family of a language tag. */
export function familyOf(language: string | null): number {
  const base = (language ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const known = families.indexOf(base);
  return known < 0 ? families.length - 1 : known;
}

/** A title without the outlet's name after it and the flags before it. */
export function bareTitle(title: string, outlet: string): string {
  let bare = title
    .replace(
      /^\s*(?:[【［[(][^】］\])]{1,12}[】］\])]|(?:exclusive|breaking|update \d|update|watch|factbox|explainer|analysis|opinion|快訊|快讯|独家|獨家|단독|속보|速報)\s*[:：／/|｜])\s*/iu,
      '',
    )
    .trim();
  const tail = /^(.{12,}?)\s*(?:\s[-–—|｜]\s|｜|\|)\s*([^-–—|｜]{2,40})$/u.exec(bare);
  if (tail?.[1] && (sameName(tail[2] ?? '', outlet) || (tail[2] ?? '').length <= 24)) bare = tail[1];
  return bare || title;
}

/** What the index keeps of a report, whose canonical address is known. */
export function entryOf(report: Report, address: string, language: string | null, spot: Spotter): Entry {
  const title = bareTitle(report.title, report.outlet);
  const features = featuresOf(
    [
      { text: title, weight: 2 },
      { text: report.summary, weight: 1 / 64 },
    ],
    language,
    spot,
  );
  return {
    features: Uint32Array.of(...features.keys(), featureKey(ADDRESS, address)),
    marks: Uint8Array.of(
      ...Array.from(features.values(), ({ weight, name }) => (weight >= 2 ? (weight % 1 > 0 ? 3 : 2) : 1) | (name ? NAME_BIT : 0)),
      0,
    ),
    day: report.published === null ? null : dayNumber(report.published),
    family: familyOf(language),
    outlet: hash32((report.outlet || hostOf(report.url)).toLowerCase()),
    official: isOfficial(report),
  };
}

/** How much of an article is read for its first part, where news says what is new. */
const LEAD = 600;
/** How much of an article is read at all. */
const READ = 12_000;

/** What an article is about; words of its title and beginning weigh more. */
export function queryOf(article: Article, language: string | null, spot: Spotter): Map<number, Feature> {
  const text = article.text ?? '';
  const lead = leadEnd(text);
  return featuresOf(
    [
      { text: bareTitle(article.title ?? '', ''), weight: 4 },
      { text: text.slice(0, lead), weight: 1.5 },
      { text: text.slice(lead, READ), weight: 0.5 },
    ],
    language,
    spot,
  );
}

/** The end of the paragraph or sentence that reaches past the lead. */
function leadEnd(text: string): number {
  if (text.length <= LEAD) return text.length;
  const end = text.slice(LEAD, LEAD + 300).search(/\n|[.!?]\s|[。！？]/);
  return end < 0 ? LEAD : LEAD + end + 1;
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) !== '' && (plain(a).includes(plain(b)) || plain(b).includes(plain(a))) && plain(b) !== '';
}
