/** Dated sentences with their sources; what came after the article stands apart. */
import type { CardStrings } from '../shared/cardStrings.ts';
import type { DatedText } from '../shared/model.ts';
import { formatDate } from './format.ts';
import { Sources } from './Sources.tsx';
import { useFirst } from './useFirst.tsx';

export interface FactsProps {
  title: string;
  /** Newest first. */
  facts: readonly DatedText[];
  strings: CardStrings;
  language: string;
  /** How many of each part stand open. */
  first: number;
}

export function Facts({ title, facts, ...rest }: FactsProps) {
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <BeforeAndSince facts={facts} {...rest} />
    </section>
  );
}

/** What was known on the article's day, newest first, and what followed, read forward from it. */
export function BeforeAndSince({ facts, strings, ...rest }: Omit<FactsProps, 'title'>) {
  const known = facts.filter((fact) => !fact.since);
  const since = facts.filter((fact) => fact.since).toReversed();
  return (
    <>
      {known.length > 0 && since.length > 0 && <p class="divider">{strings.cardKnown}</p>}
      <List facts={known} strings={strings} {...rest} />
      {since.length > 0 && (
        <>
          <p class="divider is-since">{strings.cardSince}</p>
          <List facts={since} strings={strings} {...rest} />
        </>
      )}
    </>
  );
}

function List({ facts, strings, language, first }: Omit<FactsProps, 'title'>) {
  const { shown, button } = useFirst(facts, first, strings);
  if (facts.length === 0) return null;
  return (
    <>
      <ol>
        {shown.map((fact) => (
          <li key={`${fact.date} ${fact.text.text}`} class={fact.since ? 'fact is-since' : 'fact'}>
            <FactDate fact={fact} strings={strings} language={language} />
            <p lang={fact.text.language}>{fact.text.text}</p>
            {fact.detail && (
              <p class="detail" lang={fact.detail.language}>
                {fact.detail.text}
              </p>
            )}
            <Sources sources={fact.sources} label={strings.cardSources} language={language} />
          </li>
        ))}
      </ol>
      {button}
    </>
  );
}

/** The day of a fact, and how sure it is where it is not on the record. */
export function FactDate({ fact, strings, language }: { fact: DatedText; strings: CardStrings; language: string }) {
  return (
    <div>
      <time dateTime={fact.date}>{formatDate(fact.date, language)}</time>
      {fact.certainty !== 'confirmed' && (
        <span class={`certainty is-${fact.certainty}`}>{fact.certainty === 'disputed' ? strings.cardDisputed : strings.cardReported}</span>
      )}
    </div>
  );
}
