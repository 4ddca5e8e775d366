/** Reports as cards and the panel show them, with what the registry knows of their outlets. */
import type { Dossier } from '../pack/dossier.ts';
import { canonicalAddress, hostOf, placeOf } from '../reporting/address.ts';
import { isOfficial, stateOf } from '../reporting/official.ts';
import { detectLanguage } from '../shared/language.ts';
import type { RelatedReport } from '../shared/model.ts';
import { type ArticleDay, isSince } from './time.ts';

/** A report of any origin. */
export interface Told {
  url: string;
  title: string;
  outlet: string;
  published?: string | null;
  language: string | null;
}

/** A report beside an article of a day; its story is not known here. */
export function related(report: Told, day: ArticleDay, dossier: Dossier): RelatedReport {
  const { url, title, published = null } = report;
  const outlet = dossier.outlet(placeOf(url));
  const state = stateOf(url);
  return {
    title,
    outlet: report.outlet || outlet?.name || hostOf(url),
    published,
    language: report.language ?? detectLanguage(title) ?? 'und',
    url,
    since: published !== null && isSince(published, day),
    story: null,
    official: isOfficial(report),
    country: outlet?.country ?? state,
    owner: outlet?.owner ?? (state === null ? null : 'state'),
    read: null,
  };
}

/** The pack's reports by their distance in time from an article, which is left out itself; undated ones come last. */
export function packReportsNear(ids: Iterable<string>, url: string | null, day: ArticleDay, dossier: Dossier): RelatedReport[] {
  const distance = ({ published }: RelatedReport) =>
    published === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(published) - Date.parse(day.date));
  const own = url === null ? null : canonicalAddress(url);
  return [...ids]
    .flatMap((id) => {
      const report = dossier.report(id);
      return report !== undefined && canonicalAddress(report.url) !== own ? [related(report, day, dossier)] : [];
    })
    .sort((a, b) => distance(a) - distance(b) || 0);
}

/** Both lists, the first before the second, each page once. */
export function joined(first: readonly RelatedReport[], second: readonly RelatedReport[]): RelatedReport[] {
  const pages = new Set(first.map(({ url }) => canonicalAddress(url)));
  return [...first, ...second.filter(({ url }) => !pages.has(canonicalAddress(url)))];
}
