/** What this room takes in: reports of outlets and the article that a reader has open. */
import * as v from 'valibot';

/** An address of a report: http or https, at most what browsers accept in practice. */
const Address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(4096, 'address is longer than 4096 characters'),
  v.check((address) => /^https?:\/\/\S+$/i.test(address) && URL.canParse(address), 'not an http(s) address'),
);

/** A day or a point in time, of which the day is kept; null where it is not known, or no more of it than a month. */
const Published = v.pipe(
  v.nullish(v.string(), null),
  v.transform((stamp) => (stamp?.trim() && !/^\d{4}(?:-\d\d)?$/.test(stamp.trim()) ? stamp.trim() : null)),
  v.check((stamp) => stamp === null || dayOf(stamp) !== null, 'not a date'),
  v.transform((stamp) => (stamp === null ? null : dayOf(stamp))),
);

/** A language tag; null where it names no language, so that the text may tell. */
const language = v.pipe(v.nullish(v.string(), null), v.transform(knownLanguage));

/** A report as feeds, searches and files give it. */
export const Report = v.object({
  url: Address,
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty')),
  summary: v.pipe(
    v.nullish(v.string(), ''),
    v.transform((text) => text.trim()),
  ),
  outlet: v.pipe(
    v.nullish(v.string(), ''),
    v.transform((text) => text.trim()),
  ),
  published: Published,
  language,
});
export type Report = v.InferOutput<typeof Report>;

/** The article for which related reports are wanted. */
export const Article = v.object({
  url: v.pipe(
    v.nullish(v.string(), null),
    v.transform((address) => address?.trim() || null),
    v.nullable(Address),
  ),
  title: v.nullish(v.string(), ''),
  text: v.nullish(v.string(), ''),
  published: Published,
  language,
});
export type Article = v.InferOutput<typeof Article>;

/** The day of an ISO date or time stamp, as written, or of any other date that the platform reads; else null. */
export function dayOf(stamp: string): string | null {
  const iso = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(stamp)?.[1];
  const time = Date.parse(iso === undefined ? stamp : `${iso}T00:00:00Z`);
  if (!Number.isFinite(time)) return null;
  const day = new Date(time).toISOString().slice(0, 10);
  return iso === undefined || iso === day ? day : null;
}

const DAY = 86_400_000;

/** Days since 1970 of a day written `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** The browser reads its tables of names when this is made, which takes it some milliseconds. */
let languageNames: Intl.DisplayNames | null = null;

/** A tag as BCP 47 writes it where it names a language that Unicode CLDR knows, else null. */
function knownLanguage(tag: string | null): string | null {
  const plain = tag?.trim().replace(/_/g, '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(plain) || /^(?:und|mul|zxx)\b/i.test(plain)) return null;
  languageNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  try {
    return languageNames.of(plain) === undefined ? null : plain;
  } catch {
    return null;
  }
}
