/** Reports from other outlets about the same entity. */
import { useState } from 'preact/hooks';
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { RelatedReport } from '../shared/model.ts';
import { formatDate, formatLanguage } from './format.ts';

const FIRST = 3;

export function Related({ reports, strings, language }: { reports: readonly RelatedReport[]; strings: CardStrings; language: string }) {
  const [open, setOpen] = useState(false);
  if (reports.length === 0) return null;
  const shown = open ? reports : reports.slice(0, FIRST);
  const rest = reports.length - shown.length;
  return (
    <section aria-labelledby="related">
      <h3 id="related">{strings.cardRelated}</h3>
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
                formatLanguage(report.language, language),
                report.since && strings.cardSinceMark,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="more" onClick={() => setOpen(true)}>
          {fill(strings.cardMore, rest)}
        </button>
      )}
    </section>
  );
}
