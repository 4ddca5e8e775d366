/** How the entity stands to others; each name opens its own card. */
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { EntityLink, Relation } from '../shared/model.ts';
import { formatDate } from './format.ts';
import { relationLabel } from './labels.ts';
import { SourceMark } from './Sources.tsx';

export interface RelationsProps {
  title: string;
  relations: readonly Relation[];
  strings: CardStrings;
  language: string;
  onOpen(link: EntityLink): void;
}

export function Relations({ title, relations, ...shared }: RelationsProps) {
  if (relations.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <RelationList relations={relations} {...shared} />
    </section>
  );
}

/** Names by how they are connected, each with where that can be read up. */
export function RelationList({
  relations,
  strings,
  language,
  onOpen,
  isAbove = false,
}: Omit<RelationsProps, 'title'> & { isAbove?: boolean }) {
  if (relations.length === 0) return null;
  return (
    <dl class={isAbove ? 'relations above' : 'relations'}>
      {groupByLabel(relations).map(([label, group]) => (
        <div key={label}>
          <dt>{strings[label]}</dt>
          <dd>
            {group.map(({ to, from, until, sources }) => (
              <span key={to.entity} class="relation">
                <button type="button" class="name" style={{ '--hue': `var(--${to.category})` }} onClick={() => onOpen(to)}>
                  <span lang={to.name.language}>{to.name.text}</span>
                  <TimeSpan from={from} until={until} strings={strings} language={language} />
                </button>
                <SourceMark sources={sources} label={strings.cardSources} language={language} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** From when and until when, where that is known. */
function TimeSpan({ from, until, strings, language }: Pick<Relation, 'from' | 'until'> & { strings: CardStrings; language: string }) {
  if (until !== null) return <small>{fill(strings.cardUntil, formatDate(until, language))}</small>;
  return from === null ? null : <small>{fill(strings.cardFrom, formatDate(from, language))}</small>;
}

type RelationText = (typeof relationLabel)[keyof typeof relationLabel][number];

/** Relations of one kind and direction together, in the order in which the first of each comes. */
export function groupByLabel(relations: readonly Relation[]): [RelationText, Relation[]][] {
  return [...Map.groupBy(relations, ({ kind, inverse }) => relationLabel[kind][inverse ? 1 : 0])];
}
