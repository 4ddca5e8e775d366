import browser from 'webextension-polyfill';
import type { CardActions } from '../../card/actions.ts';
import { Background, Office, Part } from '../../card/Card.tsx';
import { Claims } from '../../card/Claims.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Figures } from '../../card/Figures.tsx';
import { Footer } from '../../card/Footer.tsx';
import { formatDate } from '../../card/format.ts';
import { Header } from '../../card/Header.tsx';
import { Related } from '../../card/Related.tsx';
import { RelationsPicture } from '../../card/RelationsPicture.tsx';
import { Sources } from '../../card/Sources.tsx';
import { TimelinePicture } from '../../card/Timeline.tsx';
import { termOf } from '../../card/term.ts';
import { isPrivateWindow } from '../../shared/browser.ts';
import type { CardStrings } from '../../shared/cardStrings.ts';
import { fill } from '../../shared/fill.ts';
import type { Translate } from '../../shared/i18n.ts';
import { askBackground } from '../../shared/messages.ts';
import { type AskedSource, type CardModel, type EntityLink, noArticle } from '../../shared/model.ts';
import { dossierPath } from '../../shared/pages.ts';

export interface DossierProps {
  model: CardModel;
  strings: CardStrings;
  sources: readonly AskedSource[];
  translate: Translate;
}

/** Nearly everything stands open here: this is the page for reading on. */
const ALL = Number.POSITIVE_INFINITY;
/** Facts and events before and since the article that stand open; the picture above shows all. */
const FACTS = 12;
const EVENTS = 8;

export function Dossier({ model, strings, sources, translate: t }: DossierProps) {
  const { language, date, dated } = model;
  const shared = { strings, language };
  const addressOf = ({ entity }: EntityLink) => browser.runtime.getURL(dossierPath({ entity, published: dated ? date : null }));
  const actions: CardActions = {
    close: null,
    back: null,
    pin: null,
    open: (link) => location.assign(addressOf(link)),
    openDossier: null,
    ask: (source) =>
      askBackground('ask', { ...noArticle, published: dated ? date : null, source, entity: model.entity, isPrivate: isPrivateWindow() }),
    mute: null,
    scopes: [],
  };
  return (
    <article class="card dossier" style={{ '--hue': `var(--${model.category})` }} aria-labelledby="title">
      <h1>{t('dossierTitle')}</h1>
      <Header titleId="title" actions={actions} labels={{ close: strings.cardClose }} category={model.category}>
        <Header.Identity model={model} strings={strings} titleId="title" />
        <p class="hint">
          {dated && `${t('dossierFor', formatDate(date, language))} · `}
          {fill(strings.cardAsOf, formatDate(model.asOf, language))}
          {model.website && (
            <>
              {' · '}
              <a href={model.website} rel="noopener noreferrer">
                {strings.cardWebsite}
              </a>
            </>
          )}
        </p>
      </Header>
      <div class="lead">
        <Office model={model} strings={strings} />
        <Background model={model} strings={strings} />
        <Part model={model} strings={strings} onOpen={actions.open} />
      </div>
      <TimelinePicture entries={[...model.statements, ...model.timeline]} date={date} dated={dated} language={language} strings={strings} />
      <RelationsPicture model={model} strings={strings} addressOf={addressOf} />
      <div class="columns">
        <div>
          <Facts title={strings.cardFacts} facts={model.statements} {...shared} first={FACTS} />
        </div>
        <div>
          <Figures figures={model.figures} {...shared} first={ALL} />
          <Offices model={model} strings={strings} title={t('dossierOffices')} />
          <Claims claims={model.claims} {...shared} />
          <Related reports={model.related} {...shared} first={ALL} live={{ sources, ask: actions.ask }} />
        </div>
      </div>
      <div class="spread">
        <Facts title={strings.cardTimeline} facts={model.timeline.toReversed()} {...shared} first={EVENTS} />
      </div>
      <Footer model={model} strings={strings} address={null} actions={actions} />
    </article>
  );
}

function Offices({ model, strings, title }: { model: CardModel; strings: CardStrings; title: string }) {
  const { offices, language } = model;
  if (offices.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ol>
        {offices.map((office) => (
          <li key={`${office.title.text} ${office.from}`} class="fact">
            <p lang={office.title.language}>{office.title.text}</p>
            <p class="hint">{termOf(office, strings, language)}</p>
            <Sources sources={office.sources} label={strings.cardSources} language={language} />
          </li>
        ))}
      </ol>
    </section>
  );
}
