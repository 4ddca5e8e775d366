/** A report as a line: its title leads to it, and below stands who published it, where and when. */
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { RelatedReport } from '../shared/model.ts';
import { formatCountry, formatDate, formatLanguage } from './format.ts';
import { ownerLabel } from './labels.ts';

export interface ReportProps {
  report: RelatedReport;
  strings: CardStrings;
  language: string;
}

export function Report({ report, strings, language }: ReportProps) {
  const { url, title, outlet, country, owner, official, published, since, read } = report;
  const about = [
    outlet,
    published && formatDate(published, language),
    country && formatCountry(country, language),
    // An office's own document goes by the office.
    owner && !official && strings[ownerLabel[owner]],
    report.language !== language && report.language !== 'und' && formatLanguage(report.language, language),
  ].filter(Boolean);
  return (
    <>
      <a href={url} target="_blank" rel="noopener noreferrer" lang={report.language} hreflang={report.language}>
        {title}
      </a>
      <span class="about">
        {about.join('\u00a0· ')}
        {since && <b class="mark is-since">{strings.cardSinceMark}</b>}
        {read && <b class="mark">{fill(strings.cardRead, formatDate(read, language))}</b>}
      </span>
    </>
  );
}
