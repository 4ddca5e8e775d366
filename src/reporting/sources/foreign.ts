/** What others say, made safe to keep: texts without markup, addresses that open pages, days that can be. */
import * as v from 'valibot';
import { canonicalLanguage } from '../../shared/language.ts';
import { dayOf, Report } from '../report.ts';

/** Longest title and summary that are kept. */
const MOST_TITLE = 300;
const MOST_SUMMARY = 600;
/** Days before which no report of a feed is from, and how far ahead of now one may be dated for its time zone. */
const EARLIEST = '1990-01-01';
const AHEAD = 86_400_000;

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** A text without markup. It is only ever shown as text; the markup goes because a reader should not see it. */
export function plainText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?[a-z!?][^<>]*>/gi, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
      (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
        if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
        return entities[name?.toLowerCase() ?? ''] ?? whole;
      },
    )
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** A report as another tells it. */
export interface Told {
  url: string | null | undefined;
  title: string | null | undefined;
  summary?: string | null | undefined;
  outlet?: string | null | undefined;
  published?: string | null | undefined;
  language?: string | null | undefined;
}

/** A report from what another tells; null where it has no title or no address that can be opened. */
export function reportOf(told: Told, now: number): Report | null {
  const day = told.published ? dayOf(told.published.trim()) : null;
  const latest = new Date(now + AHEAD).toISOString().slice(0, 10);
  const result = v.safeParse(Report, {
    url: told.url,
    title: shortened(plainText(plainText(told.title ?? '')), MOST_TITLE),
    summary: shortened(plainText(plainText(told.summary ?? '')), MOST_SUMMARY),
    outlet: plainText(told.outlet ?? ''),
    published: day !== null && day >= EARLIEST && day <= latest ? day : null,
    language: told.language ? canonicalLanguage(told.language) : null,
  });
  return result.success ? result.output : null;
}

/** The reports of what others tell, without those that are none and without the same twice. */
export function reportsOf(told: readonly Told[], now: number): Report[] {
  const reports = new Map<string, Report>();
  for (const one of told) {
    const report = reportOf(one, now);
    if (report && !reports.has(report.url)) reports.set(report.url, report);
  }
  return [...reports.values()];
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
