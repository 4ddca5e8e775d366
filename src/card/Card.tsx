/** The card: who or what a mention is, on the article's day and since. */
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { CardModel, Category } from '../shared/model.ts';
import { Facts } from './Facts.tsx';
import { formatCountry, formatDate } from './format.ts';
import { Related } from './Related.tsx';
import { Sources } from './Sources.tsx';

/** What a card may show: on its way, there, unknown to the pack, or failed. */
export type CardState =
  | { is: 'loading'; name: string; text: string; close: string }
  | { is: 'shown'; model: CardModel; strings: CardStrings }
  | { is: 'missing'; name: string; text: string; close: string }
  | { is: 'failed'; name: string; text: string; close: string };

export interface CardProps {
  state: CardState;
  onClose(): void;
}

export function Card({ state, onClose }: CardProps) {
  if (state.is === 'shown') return <Shown model={state.model} strings={state.strings} onClose={onClose} />;
  return (
    <>
      <header>
        <h2 id="title">{state.name}</h2>
        <CloseButton label={state.close} onClose={onClose} />
      </header>
      <p class="state" role="status" aria-busy={state.is === 'loading'}>
        {state.text}
      </p>
    </>
  );
}

function Shown({ model, strings, onClose }: { model: CardModel; strings: CardStrings; onClose(): void }) {
  const { language } = model;
  return (
    <>
      <header style={{ '--hue': `var(--${model.category})` }}>
        <div>
          <p class="kind">
            <span>{strings[categoryLabel[model.category]]}</span>
            <span lang={model.kind.language}>· {model.kind.text}</span>
            {model.country && <span>· {formatCountry(model.country, language)}</span>}
          </p>
          <h2 id="title" lang={model.name.language}>
            {model.name.text}{' '}
            {model.nativeName && (
              <span class="native" lang={model.nativeName.language}>
                {model.nativeName.text}
              </span>
            )}
          </h2>
        </div>
        <CloseButton label={strings.cardClose} onClose={onClose} />
      </header>
      <div class="body" style={{ '--hue': `var(--${model.category})` }}>
        <Office model={model} strings={strings} />
        {model.background && (
          <div class="fact">
            <p lang={model.background.language}>{model.background.text}</p>
            <Sources sources={model.backgroundSources} label={strings.cardSources} language={language} />
          </div>
        )}
        {model.part && (
          <section class="part" aria-labelledby="part">
            <h3 id="part">{strings.cardPart}</h3>
            <p lang={model.part.language}>{model.part.text}</p>
            <Sources sources={model.partSources} label={strings.cardSources} language={language} />
          </section>
        )}
        <Facts id="facts" title={strings.cardFacts} facts={model.statements} strings={strings} language={language} first={3} />
        <Facts
          id="timeline"
          title={strings.cardTimeline}
          facts={model.timeline.toReversed()}
          strings={strings}
          language={language}
          first={3}
        />
        <Related reports={model.related} strings={strings} language={language} />
      </div>
      <footer>
        <span>{fill(model.dated ? strings.cardAsOf : strings.cardUndated, formatDate(model.asOf, language))}</span>
        {model.website && (
          <a href={model.website} target="_blank" rel="noopener noreferrer">
            {strings.cardWebsite}
          </a>
        )}
      </footer>
    </>
  );
}

/** The office on the article's day, and the one held now where it is another. */
function Office({ model, strings }: { model: CardModel; strings: CardStrings }) {
  if (model.office === null && model.officeNow === null) return null;
  return (
    <dl class="office">
      {model.office && (
        <>
          <dt>{strings.cardOffice}</dt>
          <dd lang={model.office.language}>{model.office.text}</dd>
        </>
      )}
      {model.officeNow && (
        <>
          <dt>{strings.cardOfficeNow}</dt>
          <dd lang={model.officeNow.language}>{model.officeNow.text}</dd>
        </>
      )}
    </dl>
  );
}

function CloseButton({ label, onClose }: { label: string; onClose(): void }) {
  return (
    <button type="button" class="close" aria-label={label} title={label} onClick={onClose}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <path d="M2 2 12 12 M12 2 2 12" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
      </svg>
    </button>
  );
}

const categoryLabel = {
  chip: 'categoryChip',
  agency: 'categoryAgency',
  official: 'categoryOfficial',
  company: 'categoryCompany',
  executive: 'categoryExecutive',
  policy: 'categoryPolicy',
  organisation: 'categoryOrganisation',
} as const satisfies Record<Category, keyof CardStrings>;
