/** Ages behind names: news gives them of people whom nobody knows. */

/** ", 27," and " (61)", ", 61 ans". */
const age = /^(?:,? \((?:aged )?\d{1,2}(?: ans| Jahre| años)?\)|, (?:aged? )?\d{1,2}(?: ans| Jahre(?: alt)?| años)?(?=[,.;:)]))/;

/** （58）, (58세), 「（61歳）」: in brackets that stand right behind the name. */
const easternAge = /^[(（](?:\d{1,2}|1[01]\d)(?:세|歲|岁|歳)?[)）]/;

/** The age that a text of Latin letters gives from an offset on, with its comma or brackets; else null. */
export function ageAfter(text: string, offset: number): string | null {
  return age.exec(text.slice(offset, offset + LONGEST_AGE))?.[0] ?? null;
}

/** The age that a Chinese, Japanese or Korean text gives from an offset on, with its brackets; else null. */
export function easternAgeAfter(text: string, offset: number): string | null {
  return easternAge.exec(text.slice(offset, offset + LONGEST_AGE))?.[0] ?? null;
}

/** 八十一岁的王毅, 61歳の: an age before a name. */
const ageBefore = /(?:\d{2}|[二三四五六七八九]?十[一二三四五六七八九]?)(?:[岁歲]的?|歳の|세 )$/;

/** The age that a Chinese, Japanese or Korean text gives right before an offset; else null. */
export function easternAgeBefore(text: string, offset: number): string | null {
  return ageBefore.exec(text.slice(Math.max(0, offset - 6), offset))?.[0] ?? null;
}

/** ", aged 61 Jahre alt" with room to spare, in UTF-16 units. */
const LONGEST_AGE = 24;
