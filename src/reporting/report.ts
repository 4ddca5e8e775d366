/** What this room takes in: reports of outlets and the article that a reader has open. */
import * as v from 'valibot';

/** An address of a report: http or https, at most what browsers accept in practice. */
const Address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(4096, 'address is longer than 4096 characters'),
  v.check((address) => /^https?:\/\/\S+$/i.test(address) && URL.canParse(address), 'not an http(s) address'),
);

/** A day or a point in time, of which the day is kept; null where it is not known. */
const Published = v.pipe(
  v.nullish(v.string(), null),
  v.transform((stamp) => (stamp?.trim() ? stamp.trim() : null)),
  v.check((stamp) => stamp === null || dayOf(stamp) !== null, 'not a date'),
  v.transform((stamp) => (stamp === null ? null : dayOf(stamp))),
);

const language = v.nullish(v.string(), null);

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
  url: v.nullish(Address, null),
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
