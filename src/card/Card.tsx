/** The card: who or what a mention is, on the article's day and since. */
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { AskedSource, CardModel, HeldOffice, Relation } from '../shared/model.ts';
import type { CardActions } from './actions.ts';
import { Claims } from './Claims.tsx';
import { Facts } from './Facts.tsx';
import { Figures } from './Figures.tsx';
import { Footer } from './Footer.tsx';
import { formatDate } from './format.ts';
import { Header } from './Header.tsx';
import { partTitle } from './partTitle.ts';
import { Related } from './Related.tsx';
import { RelationList, Relations } from './Relations.tsx';
import { SourceMark, Sources } from './Sources.tsx';
import { Timeline } from './Timeline.tsx';
import { termOf } from './term.ts';
import { useWhole } from './useWhole.ts';

/** What a card may show: on its way, there, unknown to the pack, failed, or just muted. */
export type CardState =
  | { is: 'loading'; name: string; text: string; close: string }
  | { is: 'shown'; model: CardModel; strings: CardStrings; sources: readonly AskedSource[]; address: string | null }
  | { is: 'missing'; name: string; text: string; close: string }
  | { is: 'failed'; name: string; text: string; close: string; retry: { label: string; run(): void } }
  | { is: 'muted'; name: string; text: string; close: string; undo: { label: string; run(): void } };

export interface CardProps {
  state: CardState;
  actions: CardActions;
  /** Id for the card's title, which names the dialog around it. */
  titleId: string;
}

export function Card({ state, actions, titleId }: CardProps) {
  if (state.is === 'shown')
    // Another entity starts with its long lists folded.
    return <Shown key={state.model.entity} {...state} actions={actions} titleId={titleId} />;
  const offer = state.is === 'failed' ? state.retry : state.is === 'muted' ? state.undo : null;
  return (
    <>
      <Header titleId={titleId} actions={actions} labels={{ close: state.close }}>
        <h2 id={titleId}>{state.name}</h2>
      </Header>
      <div class={`state is-${state.is}`} role="status" aria-busy={state.is === 'loading'}>
        <p>{state.text}</p>
        {state.is === 'loading' && (
          <div class="skeleton" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        )}
        {offer && (
          <button type="button" class="button" onClick={offer.run}>
            {offer.label}
          </button>
        )}
      </div>
    </>
  );
}

function Shown({ model, strings, sources, address, actions, titleId }: Omit<CardProps, 'state'> & Extract<CardState, { is: 'shown' }>) {
  const { body, isWhole } = useWhole();
  const { language } = model;
  const shared = { strings, language };
  const isTold = ({ kind, to }: Relation) => model.answersTo.some((one) => one.kind === kind && one.to.entity === to.entity);
  return (
    <>
      <Header
        titleId={titleId}
        actions={actions}
        labels={{ close: strings.cardClose, back: strings.cardBack, pin: strings.cardPin }}
        category={model.category}
      >
        <Header.Identity model={model} strings={strings} titleId={titleId} />
      </Header>
      <div ref={body} class="body" style={{ '--hue': `var(--${model.category})` }}>
        <Office model={model} strings={strings} />
        <Background model={model} strings={strings} />
        <Part model={model} strings={strings} onOpen={actions.open} />
        <Facts title={strings.cardFacts} facts={model.statements} {...shared} first={2} />
        {isWhole && (
          <>
            <Timeline model={model} {...shared} first={2} />
            <Figures figures={model.figures} {...shared} first={3} />
            <Relations
              relations={model.relations.filter((one) => one.here && !isTold(one))}
              {...shared}
              title={strings.cardRelationsHere}
              onOpen={actions.open}
            />
            <Claims claims={model.claims} {...shared} />
            <Related reports={model.related} {...shared} first={3} live={{ sources, ask: actions.ask }} />
            <p class="as-of">
              <span>{fill(model.dated ? strings.cardAsOf : strings.cardUndated, formatDate(model.asOf, language))}</span>
              {model.website && (
                <a href={model.website} target="_blank" rel="noopener noreferrer">
                  {strings.cardWebsite}
                </a>
              )}
            </p>
          </>
        )}
      </div>
      <Footer model={model} strings={strings} address={address} actions={actions} />
    </>
  );
}

interface PieceProps {
  model: CardModel;
  strings: CardStrings;
}

/** Who or what it is. */
export function Background({ model: { background, backgroundSources, language }, strings }: PieceProps) {
  return (
    background && (
      <div class="fact">
        <p lang={background.language}>{background.text}</p>
        <Sources sources={backgroundSources} label={strings.cardSources} language={language} />
      </div>
    )
  );
}

/** Its part in the story that the pack follows, on the article's day and now where it is another; and to whom it answers, and what that is. */
export function Part({ model, strings, onOpen }: PieceProps & { onOpen: CardActions['open'] }) {
  const { part, partSources, partThen, date, language } = model;
  const above = (
    <RelationList relations={model.answersTo} about={model.about} strings={strings} language={language} onOpen={onOpen} isAbove />
  );
  if (part === null) return above;
  return (
    <div class="part">
      {partThen && (
        <section>
          <h3>{fill(strings.cardPartThen, formatDate(date, language))}</h3>
          <p lang={partThen.text.language}>{partThen.text.text}</p>
          <Sources sources={partThen.sources} label={strings.cardSources} language={language} />
        </section>
      )}
      <section class={partThen ? 'is-since' : undefined}>
        <h3>{partTitle(model, strings)}</h3>
        <p lang={part.language}>{part.text}</p>
        <Sources sources={partSources} label={strings.cardSources} language={language} />
      </section>
      {above}
    </div>
  );
}

/** The offices on the article's day, and those held now where they are others. */
export function Office({ model: { officesThen, officesNow, language }, strings }: PieceProps) {
  if (officesThen.length + officesNow.length === 0) return null;
  const held = (office: HeldOffice) => {
    const term = termOf({ ...office, to: null }, strings, language);
    return (
      <dd key={office.title.text}>
        <span lang={office.title.language}>{office.title.text}</span>
        {term && ' '}
        <small>{term}</small>
        {'\u00a0'}
        <SourceMark sources={office.sources} label={strings.cardSources} language={language} />
      </dd>
    );
  };
  return (
    <dl class="office">
      {officesThen.length > 0 && (
        <div>
          <dt>{strings.cardOffice}</dt>
          {officesThen.map(held)}
        </div>
      )}
      {officesNow.length > 0 && (
        <div>
          <dt class="is-since">{strings.cardOfficeNow}</dt>
          {officesNow.map(held)}
        </div>
      )}
    </dl>
  );
}
