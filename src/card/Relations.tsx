/** How the entity stands to others; each name opens its own card. */
import { Fragment } from 'preact';
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { CardModel, EntityLink, Relation } from '../shared/model.ts';
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

/** Names by how they are connected, each with where that can be read up; under the first, what it is. */
export function RelationList({
  relations,
  about = null,
  strings,
  language,
  onOpen,
  isAbove = false,
}: Omit<RelationsProps, 'title'> & { about?: CardModel['about']; isAbove?: boolean }) {
  if (relations.length === 0) return null;
  return (
    <dl class={isAbove ? 'relations above' : 'relations'}>
      {groupByLabel(relations).map(([label, group]) => (
        <div key={label}>
          <dt>{strings[label]}</dt>
          <dd>
            {group.map(({ kind, to, from, until, sources }) => (
              <Fragment key={to.entity}>
                <span class="relation">
                  <button type="button" class="name" style={{ '--hue': `var(--${to.category})` }} onClick={() => onOpen(to)}>
                    <span lang={to.name.language}>{to.name.text}</span>
                    {/* Since when someone works for it stands with the office. */}
                    {!(isAbove && byOffice.has(kind)) && <TimeSpan from={from} until={until} strings={strings} language={language} />}
                  </button>
                  <SourceMark sources={sources} label={strings.cardSources} language={language} />
                </span>
                {about && to.entity === relations[0]?.to.entity && (
                  <p lang={about.text.language}>
                    {about.text.text}
                    {'\u00a0'}
                    <SourceMark sources={about.sources} label={strings.cardSources} language={language} />
                  </p>
                )}
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Kinds that follow from an office. */
const byOffice: ReadonlySet<Relation['kind']> = new Set(['works-for', 'leads']);

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
