/** Where dated entries stand on a drawn timeline. Pure: no drawing here. */

export interface Dot {
  x: number;
  /** 0 on the line, 1 on top of another dot, and so on. */
  level: number;
  date: string;
  since: boolean;
}

export interface TimelineScale {
  dots: Dot[];
  /** Where the article stands; null where its day is unknown. */
  article: number | null;
  from: string;
  to: string;
  /** Entries too long before the article to be drawn to scale. */
  earlier: number;
}

/** How far back from the article the picture reaches, in days: news tells of months, not of decades. */
const REACH = 900;
const DAY = 86_400_000;

/**
 * Lays entries out on a line of a width, in the width's unit; dots nearer than
 * a diameter are stacked. Null where there are too few for a picture.
 */
export function scaleTimeline(
  entries: readonly { date: string; since: boolean }[],
  article: string | null,
  width: number,
  diameter: number,
): TimelineScale | null {
  const end =
    article ??
    entries
      .map(({ date }) => date)
      .sort()
      .at(-1) ??
    '';
  const drawn = entries
    .filter(({ date }) => middleOf(date) > middleOf(end) - REACH * DAY)
    .sort((a, b) => middleOf(a.date) - middleOf(b.date));
  const first = drawn[0];
  const last = drawn.at(-1);
  if (drawn.length < 3 || first === undefined || last === undefined) return null;
  const from = article !== null && article < first.date ? article : first.date;
  const to = article !== null && article > last.date ? article : last.date;
  const start = middleOf(from);
  const span = Math.max(middleOf(to) - start, DAY);
  const place = (date: string) => diameter / 2 + ((middleOf(date) - start) / span) * (width - diameter);
  const tops: number[] = [];
  const dots = drawn.map(({ date, since }): Dot => {
    const x = place(date);
    let level = tops.findIndex((taken) => x - taken >= diameter);
    if (level < 0) level = tops.length;
    tops[level] = x;
    return { x, level, date, since };
  });
  return { dots, article: article === null ? null : place(article), from, to, earlier: entries.length - drawn.length };
}

/** The middle of a day, month or year, in milliseconds. */
function middleOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  return Date.UTC(year, (month ?? 7) - 1, day ?? (month === undefined ? 1 : 15), 12);
}
