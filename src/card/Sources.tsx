/** The pages on which a statement rests, as links. */
import type { Source } from '../shared/model.ts';
import { Arrow } from './Arrow.tsx';
import { formatDate } from './format.ts';

interface SourcesProps {
  sources: readonly Source[];
  label: string;
  language: string;
}

export function Sources({ sources, label, language }: SourcesProps) {
  if (sources.length === 0) return null;
  return (
    <ul class="sources" aria-label={label}>
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.title} hreflang={source.language}>
            {source.outlet}
            {source.published && ' '}
            {source.published && <span>{formatDate(source.published, language)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The first source as a mark, where a line of sources would outweigh what they support. */
export function SourceMark({ sources: [source], label, language }: SourcesProps) {
  if (source === undefined) return null;
  const { url, outlet, published } = source;
  const told = `${label}: ${[outlet, published && formatDate(published, language)].filter(Boolean).join(', ')}`;
  return (
    <a class="source-mark" href={url} target="_blank" rel="noopener noreferrer" aria-label={told} title={told} hreflang={source.language}>
      <Arrow />
    </a>
  );
}
