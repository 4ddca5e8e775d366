/** Days that pages write in other calendars than that of the web. */

/** Year, month and day as the web counts them. */
export type CalendarDay = [year: number, month: number, day: number];

/** Years of Japanese eras: the year before the era's first. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };
const eraForm = /(令和|平成)\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;

/** Months of Iran's solar year, which begins at the spring equinox. */
const persianMonths = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const persianForm = new RegExp(`(?<!\\d)(\\d{1,2})\\s+(${persianMonths.join('|')})\\s+(?:ماه\\s+)?(1[34]\\d\\d)(?!\\d)`, 'u');
const persianFigures = /(?<!\d)(1[34]\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)/u;
/** Its years are this much behind, until the end of December. */
const BEHIND = 621;

/** What a text with a day of another calendar has in it. */
export const otherCalendar = /令和|平成|(?<!\d)1[34]\d\d(?!\d)/;

/** The first day of another calendar in a text of a language (BCP 47); null where there is none. */
export function dayOfOtherCalendar(text: string, language: string | null): CalendarDay | null {
  const inEra = eraForm.exec(text);
  if (inEra !== null) {
    const [, era, count, month, day] = inEra as unknown as [string, string, string, string, string];
    return [(eras[era] as number) + (count === '元' ? 1 : Number(count)), Number(month), Number(day)];
  }
  // Many write Persian with the Arabic forms of two letters.
  const named = persianForm.exec(text.replace(/ي/g, 'ی').replace(/ك/g, 'ک'));
  if (named !== null) return dayOfPersian(Number(named[3]), persianMonths.indexOf(named[2] as string) + 1, Number(named[1]));
  const figures = /^fa\b/i.test(language ?? '') ? persianFigures.exec(text) : null;
  return figures === null ? null : dayOfPersian(Number(figures[1]), Number(figures[2]), Number(figures[3]));
}

/** Figures as the web writes them: Arabic and Persian have their own. */
export function withPlainFigures(text: string): string {
  return /[٠-٩۰-۹]/.test(text) ? text.replace(/[٠-٩۰-۹]/g, (figure) => String(figure.charCodeAt(0) & 15)) : text;
}

function dayOfPersian(year: number, month: number, day: number): CalendarDay | null {
  const count = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
  // Six months of 31 days, then of 30; the year begins between the 20th and the 22nd of March.
  const passed = (month - 1) * 30 + Math.min(month - 1, 6) + day - 1;
  for (const first of [20, 21, 22]) {
    const date = new Date(Date.UTC(year + BEHIND, 2, first + passed));
    const parts = Object.fromEntries(count.formatToParts(date).map((part) => [part.type, Number(part.value)]));
    if (parts['year'] === year && parts['month'] === month && parts['day'] === day)
      return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  }
  return null;
}
