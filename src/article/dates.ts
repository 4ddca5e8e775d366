/** Days as pages write them. */
import { dayOfOtherCalendar, otherCalendar, withPlainFigures } from './calendars.ts';

/** What is known about when and where a page may have been published, to read dates that alone would be unclear. */
export interface DateContext {
  /** Today, `YYYY-MM-DD`: nothing is published later. */
  today: string;
  /** The page's language as declared (BCP 47), which tells whether `3/4/2026` is in March or in April. */
  language?: string | null;
}

/** Names of the months by month, full and as news pages shorten them. */
const months = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro января januari ocak stycznia ledna січня január ianuarie ιανουαρίου يناير janúar jan',
  'february feb februar février févr fevr febrero febbraio fevereiro fev февраля februari şubat lutego února лютого február februarie φεβρουαρίου فبراير شباط',
  'march mar märz mars marzo março марта maart mart marca března березня maret március martie μαρτίου مارس آذار',
  'april apr avril avr abril abr aprile апреля nisan kwietnia dubna квітня április aprilie απριλίου أبريل ابريل إبريل نيسان',
  'may mai mayo maggio mag maio мая maj mei mayıs maja května травня május μαΐου مايو أيار',
  'june jun juni juin junio giugno giu junho июня haziran czerwca června червня június iunie ιουνίου يونيو يونيه حزيران',
  'july jul juli juillet juil julio luglio lug julho июля temmuz lipca července липня július iulie ιουλίου يوليو يوليه تموز',
  'august aug août agosto ago августа augusti augustus ağustos sierpnia srpna серпня agustus augusztus αυγούστου أغسطس اغسطس آب',
  'september sept sep septembre septiembre settembre set setembro сентября eylül września září вересня szeptember septembrie σεπτεμβρίου سبتمبر أيلول',
  'october oct oktober okt octobre octubre ottobre ott outubro out октября ekim października října жовтня október octombrie οκτωβρίου أكتوبر اكتوبر',
  'november nov novembre noviembre novembro ноября kasım listopada listopadu листопада nopember noiembrie νοεμβρίου نوفمبر',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря aralık grudnia prosince грудня desember decembrie δεκεμβρίου ديسمبر',
];
const monthNames: Readonly<Record<string, number>> = Object.fromEntries(
  months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);
/** A word that may name a month; the names themselves in a pattern would cost more to compile than all else here. */
const month = '(\\p{L}{2,12})';
const year = '((?:19|20)\\d\\d)';

/** Written forms (the time may follow without a space), each with what its groups mean: y year, m month number, n month name, d day, a and b the two numbers of a form that countries read differently, s a year's last two digits. */
const forms: [RegExp, string][] = [
  [/(?<!\d)((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일號号]?/u, 'ymd'],
  [/(?<![\d/.-])((?:19|20)\d\d)[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?!\d(?!\d:\d\d))/u, 'ymd'],
  [new RegExp(`(?<![\\p{L}\\d])${month}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+${year}(?!\\d)`, 'u'), 'ndy'],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?\\s+(?:[Dd][Ee]\\s+|of\\s+)?(?:[\\p{L} ]{2,14}/\\s?)?${month}\\.?[,،]?\\s+(?:[Dd][Ee]l?\\s+)?${year}(?!\\d)`,
      'u',
    ),
    'dny',
  ],
  [new RegExp(`(?<!\\d)(\\d{1,2})[-/]${month}[-/]${year}(?!\\d)`, 'u'), 'dny'],
  [new RegExp(`(?<!\\d)${year}[.,]?\\s+${month}\\.?\\s+(\\d{1,2})(?!\\d)`, 'u'), 'ynd'],
  [/(?<![\d/.-])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/u, 'dmy'],
  [/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?![\d/-])/u, 'aby'],
  [/(?<![\d/.-])(\d\d)\.(\d\d)\.(\d\d)(?![\d.])/u, 'dms'],
  // Single figures behind a word number versions.
  [/(?<![\d/.-]|\p{L}\s?)(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])/u, 'dms'],
  [/(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(\d\d)(?![\d/.-])/u, 'abs'],
];

/** What every full date has: a year, or its last digits behind dots or slashes. */
const yearLike = /(?:19|20)\d\d|\d\.\d{1,2}\.\d\d|\d\/\d{1,2}\/\d\d/;

/** Forms without a year, as datelines write them. */
const yearless: [RegExp, string][] = [
  [/(?<![\d年년])(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/gu, 'md'],
  [new RegExp(`(?<![\\p{L}\\d])${month}\\.?\\s+(\\d{1,2})(?!\\d|\\s*,?\\s+\\d{4})`, 'gu'), 'nd'],
  // Figures alone may be anything; behind a word for the time of publication they are month and day.
  [/(?:时间|時間|日期|发布|發布|입력|등록|公開|配信)\s*[:：]?\s*(\d\d)[-/.](\d\d)(?!\d(?!\d:\d\d)|[/.-])/gu, 'md'],
];

/** `Thu Jan 08 12:45:00 EST 2026`, as many programs print a time. */
const printedTime = new RegExp(
  `(?<!\\p{L})${month}\\s+(\\d{1,2})\\s+\\d\\d:\\d\\d(?::\\d\\d)?\\s+(?:[A-Z]{2,5}\\s+|[+-]\\d{4}\\s+)?${year}`,
  'u',
);

/**
 * The day of a machine-readable date (`2026-02-04T08:00:00+08:00`, an RFC 2822
 * date, `20260204`), in the time zone in which it is written; null for anything else.
 */
export function dayOfStamp(stamp: string, { today }: DateContext): string | null {
  // Programs put the month first whatever the language around them, or do not: such a stamp is unclear.
  const context: DateContext = { today };
  const text = stamp.trim();
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d{3,})/.exec(text);
  const written = iso && validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), context);
  if (written) return written;
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const day = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
    return dayOfStamp(day, context);
  }
  const printed = printedTime.exec(text);
  return printed ? dayOf(printed, 'ndy', context) : dayInText(text, context);
}

/**
 * Whether a day is the one that a place far from Greenwich has at the moment
 * of a stamp in universal time: outlets print their own day and stamp the other.
 */
export function isLocalDay(day: string, stamp: string): boolean {
  if (!/\d\d:?\d\d.*(?:Z|[+-]00:?00|GMT|UTC)(?:\s*\(.*\))?$/.test(stamp.trim())) return false;
  const compact = /^(\d{4})(\d\d)(\d\d)T(.*)$/.exec(stamp.trim());
  const moment = new Date(compact ? `${compact[1]}-${compact[2]}-${compact[3]}T${compact[4]}` : stamp.trim());
  if (Number.isNaN(moment.getTime())) return false;
  const days = (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${moment.toISOString().slice(0, 10)}T00:00:00Z`)) / 86_400_000;
  // From Hawaii, ten hours behind, to New Zealand, thirteen ahead.
  return (days === -1 && moment.getUTCHours() < 10) || (days === 1 && moment.getUTCHours() >= 11);
}

/** The first full date in a text, or null. */
export function dayInText(written: string, context: DateContext): string | null {
  const text = withPlainFigures(written);
  const other = otherCalendar.test(text) ? dayOfOtherCalendar(text, context.language ?? null) : null;
  if (other !== null) return validDay(...other, context);
  if (!yearLike.test(text)) return null;
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
    const latest = Number(notAfter.slice(0, 4));
    for (const found of text.matchAll(form)) {
      for (const candidate of [latest, latest - 1]) {
        const day = dayOf(found, order, context, candidate);
        if (day !== null && day <= notAfter) return day;
      }
    }
  }
  return null;
}

/** The day in an address (`/2024/05/06/`, `/2024-05-06-`, `/20240506/`, `/2024/may/06/`, `/2024/world/05/06/`), or null. */
export function dayInAddress(address: string, context: DateContext): string | null {
  const path = address.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const named = new RegExp(`/${year}/${month}/(\\d{1,2})/`, 'u').exec(path);
  if (named) return dayOf(named, 'ynd', context);
  const found =
    /\/((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)/.exec(path) ??
    /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})[/-]/.exec(path) ??
    /\/((?:19|20)\d\d)-(\d\d)\/(\d\d)\//.exec(path) ??
    /\/((?:19|20)\d\d)\/(?:[a-z_-]+\/){1,2}(\d{1,2})\/(\d{1,2})\//i.exec(path) ??
    /[/_-]t?((?:19|20)\d\d)(\d\d)(\d\d)(?:_|-|\/|\d{0,8}\b)/.exec(path);
  return found ? validDay(Number(found[1]), Number(found[2]), Number(found[3]), context) : null;
}

function dayOf(found: RegExpExecArray, order: string, context: DateContext, latest?: number): string | null {
  const parts: Record<string, number> = {};
  [...order].forEach((part, index) => {
    const text = (found[index + 1] as string).toLowerCase();
    // A word that names no month makes no day.
    parts[part === 'n' ? 'm' : part] = part === 'n' ? (monthNames[text] ?? Number.NaN) : Number(text);
  });
  const { y = 2000 + (parts['s'] as number), a, b } = parts as { y?: number; a: number; b: number };
  if (order === 'dms' || order === 'abs') {
    const isYearLast = endsInYear(context);
    const [first, month, last] = Object.values(parts) as [number, number, number];
    if (isYearLast === false) return validDay(2000 + first, month, last, context);
    if (order === 'dms') return isYearLast ? validDay(y, month, first, context) : onlyOf(first, month, last, context);
  }
  if (a === undefined) return validDay(latest ?? y, parts['m'] as number, parts['d'] as number, context);
  const isDayFirst = a > 12 ? true : b > 12 || a === b ? false : readsDayFirst(context.language ?? null);
  if (isDayFirst === null) return null;
  return isDayFirst ? validDay(y, b, a, context) : validDay(y, a, b, context);
}

/** The day of three figures of two digits, where only one order of them makes one. */
function onlyOf(first: number, second: number, third: number, context: DateContext): string | null {
  const days = new Set([
    validDay(2000 + third, second, first, context),
    validDay(2000 + third, first, second, context),
    validDay(2000 + first, second, third, context),
  ]);
  days.delete(null);
  return days.size === 1 ? ([...days][0] as string) : null;
}

/** Whether `08.01.26` is a day of 2026: in East Asia, Hungary and Lithuania the year stands first. Null where the language is not known or writes neither. */
function endsInYear({ language }: DateContext): boolean | null {
  if (!language || /^en\b/i.test(language)) return null;
  return !/^(?:ja|ko|zh|hu|lt)\b/i.test(language);
}

/** Whether a language writes the day before the month in `3/4/2026`; null where its countries differ. */
function readsDayFirst(language: string | null): boolean | null {
  const [base, region] = (language ?? '').toLowerCase().split(/[-_]/);
  if (!base || (base === 'en' && !region)) return null;
  return !(base === 'en' && ['us', 'ph'].includes(region as string));
}

/** A day that exists, since there has been a web, and not later than tomorrow (the page's clock may be ahead). */
function validDay(year: number, month: number, day: number, { today }: DateContext): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const text = date.toISOString().slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return text >= '1990-01-01' && text <= tomorrow ? text : null;
}
