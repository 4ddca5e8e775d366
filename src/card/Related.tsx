/** Reports from other outlets about the same entity. */
import { useId } from 'preact/hooks';
import type { CardStrings } from '../shared/cardStrings.ts';
import type { RelatedReport } from '../shared/model.ts';
import { formatDate, formatLanguage } from './format.ts';
import { useFirst } from './useFirst.tsx';

export interface RelatedProps {
  reports: readonly RelatedReport[];
  strings: CardStrings;
  language: string;
  first: number;
}

export function Related({ reports, strings, language, first }: RelatedProps) {
  const id = useId();
  const { shown, button } = useFirst(reports, first, strings);
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{strings.cardRelated}</h3>
      <ul>
        {shown.map((report) => (
          <li key={report.url} class="report">
            <a href={report.url} target="_blank" rel="noopener noreferrer" lang={report.language} hreflang={report.language}>
              {report.title}
            </a>
            <span class="about">
              {[
                report.outlet,
                report.published && formatDate(report.published, language),
                report.language !== language && formatLanguage(report.language, language),
                report.since && strings.cardSinceMark,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {button}
    </section>
  );
}
