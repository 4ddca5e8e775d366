/**
 * An entity among those it is connected with: who acts on it stands before it,
 * what it acts on after it. The lines are drawn; names and kinds are text.
 */
import type { CardStrings } from '../shared/cardStrings.ts';
import type { CardModel, EntityLink, Relation } from '../shared/model.ts';
import { groupByLabel } from './Relations.tsx';
import { SourceMark } from './Sources.tsx';
import { useMiddles } from './useMiddles.ts';

export interface RelationsPictureProps {
  model: CardModel;
  strings: CardStrings;
  /** Address of another entity's page. */
  addressOf(link: EntityLink): string;
}

export function RelationsPicture({ model, strings, addressOf }: RelationsPictureProps) {
  const { relations } = model;
  if (relations.length === 0) return null;
  const shared = { strings, addressOf, language: model.language };
  return (
    <section>
      <h3>{strings.cardRelations}</h3>
      <div class="relations-picture">
        <Side relations={relations.filter((one) => one.inverse)} {...shared} side="before" />
        <div class="centre" style={{ '--hue': `var(--${model.category})` }} lang={model.name.language}>
          {model.name.text}
        </div>
        <Side relations={relations.filter((one) => !one.inverse)} {...shared} side="after" />
      </div>
    </section>
  );
}

interface SideProps extends Pick<RelationsPictureProps, 'strings' | 'addressOf'> {
  language: string;
  relations: readonly Relation[];
  side: 'before' | 'after';
}

function Side({ relations, strings, language, addressOf, side }: SideProps) {
  const { list, height, middles } = useMiddles<HTMLDListElement>('dd');
  if (relations.length === 0) return null;
  const groups = groupByLabel(relations);
  const acting = groups.flatMap(([, group]) => group);
  return (
    <>
      <dl ref={list} class={`side is-${side}`}>
        {groups.map(([label, group]) => (
          <div key={label}>
            <dt>{strings[label]}</dt>
            {group.map(({ to, sources }) => (
              <dd key={to.entity} style={{ '--hue': `var(--${to.category})` }}>
                <a href={addressOf(to)} lang={to.name.language}>
                  {to.name.text}
                </a>
                {'\u00a0'}
                <SourceMark sources={sources} label={strings.cardSources} language={language} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <svg class={`lines is-${side}`} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {middles.map((middle, row) => (
          <path key={middle} d={curve(middle, height / 2)} style={{ stroke: `var(--${acting[row]?.to.category})` }} />
        ))}
      </svg>
    </>
  );
}

/** From the middle of a row to the middle of all rows. */
function curve(from: number, to: number): string {
  return `M0 ${from}C50 ${from} 50 ${to} 100 ${to}`;
}
