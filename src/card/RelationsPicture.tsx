/**
 * An entity among those it is connected with: who acts on it stands before it,
 * what it acts on after it. The lines are drawn; names and kinds are text.
 */
import type { CardStrings } from '../shared/cardStrings.ts';
import type { CardModel, EntityLink, Relation } from '../shared/model.ts';
import { groupByLabel } from './Relations.tsx';
import { SourceMark } from './Sources.tsx';

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
  if (relations.length === 0) return null;
  const rows = groupByLabel(relations).flatMap(([label, group]) => group.map((relation) => ({ label, relation })));
  return (
    <>
      <ul class={`side is-${side}`}>
        {rows.map(({ label, relation: { to, sources } }) => (
          <li key={`${label} ${to.entity}`} style={{ '--hue': `var(--${to.category})` }}>
            <small>{strings[label]}</small>
            <span>
              <a href={addressOf(to)} lang={to.name.language}>
                {to.name.text}
              </a>
              {'\u00a0'}
              <SourceMark sources={sources} label={strings.cardSources} language={language} />
            </span>
          </li>
        ))}
      </ul>
      <svg class={`lines is-${side}`} viewBox={`0 0 100 ${rows.length * 100}`} preserveAspectRatio="none" aria-hidden="true">
        {rows.map(({ label, relation }, index) => (
          <path key={`${label} ${relation.to.entity}`} d={curve(index, rows.length)} style={{ stroke: `var(--${relation.to.category})` }} />
        ))}
      </svg>
    </>
  );
}

/** From the middle of a row to the middle of all rows. */
function curve(row: number, rows: number): string {
  const from = row * 100 + 50;
  const to = rows * 50;
  return `M0 ${from}C50 ${from} 50 ${to} 100 ${to}`;
}
