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
  /** Where the line is cut: stretches in which nothing happened are drawn short. */
  cuts: number[];
}

/** How far back from the article the picture reaches, in days: news tells of months, not of decades. */
const REACH = 900;
const DAY = 86_400_000;
/** Share of the line from which a stretch without entries is cut, and the share of what is left that it is drawn as. */
const EMPTY = 0.3;
const CUT = 0.08;

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
  const { at, cuts } = drawnTime([...drawn.map(({ date }) => middleOf(date)), ...(article === null ? [] : [middleOf(article)])]);
  const place = (time: number) => diameter / 2 + at(time) * (width - diameter);
  const tops: number[] = [];
  const dots = drawn.map(({ date, since }): Dot => {
    const x = place(middleOf(date));
    let level = tops.findIndex((taken) => x - taken >= diameter);
    if (level < 0) level = tops.length;
    tops[level] = x;
    return { x, level, date, since };
  });
  return {
    dots,
    article: article === null ? null : place(middleOf(article)),
    from,
    to,
    earlier: entries.length - drawn.length,
    cuts: cuts.map(place),
  };
}

/** How far along the line a time stands, from 0 to 1, and the middles of the stretches that are cut. */
function drawnTime(times: readonly number[]): { at(time: number): number; cuts: number[] } {
  const stops = [...new Set(times)].sort((a, b) => a - b);
  const gaps = stops.slice(1).map((stop, index) => stop - (stops[index] as number));
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const isEmpty = (gap: number) => gap > EMPTY * span && gaps.length > 2;
  const short = CUT * gaps.reduce((sum, gap) => sum + (isEmpty(gap) ? 0 : gap), 0);
  const lengths = gaps.map((gap) => (isEmpty(gap) ? Math.max(short, DAY) : gap));
  const whole = Math.max(
    lengths.reduce((sum, length) => sum + length, 0),
    DAY,
  );
  const at = (time: number) => {
    let drawn = 0;
    for (const [index, gap] of gaps.entries()) {
      const start = stops[index] as number;
      if (time <= start) break;
      drawn += (Math.min(time - start, gap) / gap) * (lengths[index] as number);
    }
    return drawn / whole;
  };
  return { at, cuts: gaps.flatMap((gap, index) => (isEmpty(gap) ? [(stops[index] as number) + gap / 2] : [])) };
}

/** The middle of a day, month or year, in milliseconds. */
function middleOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  return Date.UTC(year, (month ?? 7) - 1, day ?? (month === undefined ? 1 : 15), 12);
}
