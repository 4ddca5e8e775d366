/** Dated sentences with their sources; what came after the article stands apart. */
import { useState } from 'preact/hooks';
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { DatedText } from '../shared/model.ts';
import { formatDate } from './format.ts';
import { Sources } from './Sources.tsx';

export interface FactsProps {
  id: string;
  title: string;
  /** Newest first. */
  facts: readonly DatedText[];
  strings: CardStrings;
  language: string;
  /** How many of each part stand open. */
  first: number;
}

export function Facts({ id, title, facts, strings, language, first }: FactsProps) {
  const known = facts.filter((fact) => !fact.since);
  // What followed is read forward from the article.
  const since = facts.filter((fact) => fact.since).toReversed();
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {known.length > 0 && since.length > 0 && <p class="divider">{strings.cardKnown}</p>}
      <List facts={known} strings={strings} language={language} first={first} />
      {since.length > 0 && (
        <>
          <p class="divider">{strings.cardSince}</p>
          <List facts={since} strings={strings} language={language} first={first} />
        </>
      )}
    </section>
  );
}

function List({ facts, strings, language, first }: Omit<FactsProps, 'id' | 'title'>) {
  const [open, setOpen] = useState(false);
  const shown = open ? facts : facts.slice(0, first);
  const rest = facts.length - shown.length;
  return (
    <>
      <ol>
        {shown.map((fact) => (
          <li key={`${fact.date} ${fact.text.text}`} class={fact.since ? 'fact is-since' : 'fact'}>
            <div>
              <time dateTime={fact.date}>{formatDate(fact.date, language)}</time>
              {fact.certainty !== 'confirmed' && (
                <span class={`certainty is-${fact.certainty}`}>
                  {fact.certainty === 'disputed' ? strings.cardDisputed : strings.cardReported}
                </span>
              )}
            </div>
            <p lang={fact.text.language}>{fact.text.text}</p>
            <Sources sources={fact.sources} label={strings.cardSources} language={language} />
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" class="more" onClick={() => setOpen(true)}>
          {fill(strings.cardMore, rest)}
        </button>
      )}
    </>
  );
}
