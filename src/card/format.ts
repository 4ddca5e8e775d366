/** Dates, countries and languages as the reader's language writes them. */

/** A date that may be no more exact than a month or a year. */
export function formatDate(date: string, language: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const exact = day ? 'day' : month ? 'month' : 'year';
  return dates(language, exact).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** Name of a country by its code, as short as it is known: 香港, UK. */
export function formatCountry(code: string, language: string): string {
  return countries(language).of(code) ?? code;
}

/** Name of a language by its tag. */
export function formatLanguage(tag: string, language: string): string {
  return languages(language).of(tag) ?? tag;
}

/** A point in time, in milliseconds since 1970, to the minute. */
export function formatTime(time: number, language: string): string {
  return times(language).format(time);
}

const exactness = {
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const dates = remembered(
  (language, exact: keyof typeof exactness) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...exactness[exact] }),
);
const countries = remembered((language) => new Intl.DisplayNames(language, { type: 'region', style: 'short' }));
const languages = remembered((language) => new Intl.DisplayNames(language, { type: 'language' }));
const times = remembered((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));

/** Formatters take longer to make than a whole card to draw, and a card needs the same few over and over. */
function remembered<Formatter, Kind extends string[]>(
  make: (language: string, ...kind: Kind) => Formatter,
): (language: string, ...kind: Kind) => Formatter {
  const made = new Map<string, Formatter>();
  return (language, ...kind) => {
    const key = [language, ...kind].join(' ');
    const known = made.get(key) ?? make(language, ...kind);
    made.set(key, known);
    return known;
  };
}
