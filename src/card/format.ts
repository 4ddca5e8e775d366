/** Dates, countries and languages as the reader's language writes them. */

/** A date that may be no more exact than a month or a year. */
export function formatDate(date: string, language: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: day ? 'short' : 'long' }),
    ...(day && { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(language, options).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** Name of a country by its code, as short as it is known: 香港, UK. */
export function formatCountry(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region', style: 'short' }).of(code) ?? code;
}

/** Name of a language by its tag. */
export function formatLanguage(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
}

/** A point in time, in milliseconds since 1970, to the minute. */
export function formatTime(time: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
