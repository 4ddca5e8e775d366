/** Days as pages write them. */

/** What is known about when a page may have been published, to complete dates without a year. */
export interface DateContext {
  /** Today, `YYYY-MM-DD`: nothing is published later. */
  today: string;
}

const monthNames: Record<string, number> = {};
const months = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'janeiro', 'января', 'januari', 'ocak'],
  ['february', 'feb', 'februar', 'février', 'févr', 'febrero', 'febbraio', 'fevereiro', 'fev', 'февраля', 'februari', 'şubat'],
  ['march', 'mar', 'märz', 'mars', 'marzo', 'março', 'марта', 'maart', 'mart'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'апреля', 'nisan'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'мая', 'maj', 'mei', 'mayıs'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho', 'июня', 'haziran'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'июля', 'temmuz'],
  ['august', 'aug', 'août', 'agosto', 'ago', 'августа', 'augusti', 'augustus', 'ağustos'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'set', 'setembro', 'сентября', 'eylül'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out', 'октября', 'ekim'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'ноября', 'kasım'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro', 'декабря', 'aralık'],
];
months.forEach((names, index) => {
  for (const name of names) monthNames[name] = index + 1;
});
const monthPattern = Object.keys(monthNames)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Written forms, each with what its groups mean: y year, m month number, n month name, d day. */
const forms: [RegExp, string][] = [
  [/(?<!\d)((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/u, 'ymd'],
  [/(?<![\d/.-])((?:19|20)\d\d)[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?!\d)/u, 'ymd'],
  [new RegExp(`(?<![\\p{L}\\d])(${monthPattern})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+((?:19|20)\\d\\d)(?!\\d)`, 'iu'), 'ndy'],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+)?(${monthPattern})\\.?,?\\s+(?:de\\s+)?((?:19|20)\\d\\d)(?!\\d)`,
      'iu',
    ),
    'dny',
  ],
  [new RegExp(`(?<!\\d)(\\d{1,2})-(${monthPattern})-((?:19|20)\\d\\d)(?!\\d)`, 'iu'), 'dny'],
  [/(?<![\d/.-])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/u, 'dmy'],
];

/** Forms without a year, as datelines write them. */
const yearless: [RegExp, string][] = [
  [/(?<!\d)(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u, 'md'],
  [new RegExp(`(?<![\\p{L}\\d])(${monthPattern})\\.?\\s+(\\d{1,2})(?!\\d|\\s*,?\\s+\\d{4})`, 'iu'), 'nd'],
];

/**
 * The day of a machine-readable date (`2026-02-04T08:00:00+08:00`, an RFC 2822
 * date, `20260204`), in the time zone in which it is written; null for anything else.
 */
export function dayOfStamp(stamp: string, context: DateContext): string | null {
  const text = stamp.trim();
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d{3,})/.exec(text);
  if (iso) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), context);
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const day = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
    return dayOfStamp(day, context);
  }
  return dayInText(text, context);
}

/** The first full date in a text, or null. */
export function dayInText(text: string, context: DateContext): string | null {
  let best: { index: number; day: string } | null = null;
  for (const [form, order] of forms) {
    const found = form.exec(text);
    if (!found) continue;
    const day = dayOf(found, order, context);
    if (day !== null && (best === null || found.index < best.index)) best = { index: found.index, day };
  }
  return best?.day ?? null;
}

/** The first date without a year in a text, in the latest year that puts it not after a day; null where there is none. */
export function dayWithoutYear(text: string, notAfter: string, context: DateContext): string | null {
  for (const [form, order] of yearless) {
    const found = form.exec(text);
    if (!found) continue;
    const year = Number(notAfter.slice(0, 4));
    for (const candidate of [year, year - 1]) {
      const day = dayOf(found, order, context, candidate);
      if (day !== null && day <= notAfter) return day;
    }
  }
  return null;
}

/** The day in an address (`/2024/05/06/`, `/2024-05-06-`, `/20240506/`), or null. */
export function dayInAddress(address: string, context: DateContext): string | null {
  const path = address.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const found =
    /\/((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)/.exec(path) ??
    /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})[/-]/.exec(path) ??
    /[/_-]t?((?:19|20)\d\d)(\d\d)(\d\d)(?:_|-|\/|\d{0,8}\b)/.exec(path);
  return found ? validDay(Number(found[1]), Number(found[2]), Number(found[3]), context) : null;
}

function dayOf(found: RegExpExecArray, order: string, context: DateContext, year?: number): string | null {
  const parts: Record<string, number> = {};
  [...order].forEach((part, index) => {
    const text = (found[index + 1] as string).toLowerCase();
    parts[part === 'n' ? 'm' : part] = part === 'n' ? (monthNames[text] as number) : Number(text);
  });
  return validDay(year ?? (parts['y'] as number), parts['m'] as number, parts['d'] as number, context);
}

/** A day that exists, since there has been a web, and not later than tomorrow (the page's clock may be ahead). */
function validDay(year: number, month: number, day: number, { today }: DateContext): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const text = date.toISOString().slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return text >= '1990-01-01' && text <= tomorrow ? text : null;
}
