/** The pages on which a statement rests, as links. */
import type { Source } from '../shared/model.ts';
import { formatDate } from './format.ts';

export function Sources({ sources, label, language }: { sources: readonly Source[]; label: string; language: string }) {
  if (sources.length === 0) return null;
  return (
    <ul class="sources" aria-label={label}>
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.title} hreflang={source.language}>
            {source.outlet}
            {source.published && <span> {formatDate(source.published, language)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
