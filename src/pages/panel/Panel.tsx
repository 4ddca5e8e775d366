import { useEffect, useRef } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Card } from '../../card/Card.tsx';
import { formatDate } from '../../card/format.ts';
import { Related } from '../../card/Related.tsx';
import { isPrivateWindow } from '../../shared/browser.ts';
import { cardStrings } from '../../shared/cardStrings.ts';
import type { MessageKey } from '../../shared/i18n.ts';
import { askBackground, askPage } from '../../shared/messages.ts';
import type { PageContext } from '../page.tsx';
import { type OpenCard, useCards } from '../useCards.ts';
import { MentionList } from './MentionList.tsx';
import { Names } from './Names.tsx';
import { Story } from './Story.tsx';
import { type BesidePage, usePage } from './usePage.ts';

export function Panel({ tab: fixed, translate: t, language }: PageContext & { tab: number | null }) {
  const page = usePage(fixed);
  if (page.is === 'there' && page.report.mentions.length > 0)
    // Another article starts with a fresh filter and without a card.
    return <ArticlePanel key={`${page.tab} ${page.report.address}`} page={page} translate={t} language={language} />;
  const text: MessageKey =
    page.is === 'reading'
      ? 'panelReading'
      : page.is === 'none'
        ? 'panelNotHere'
        : page.report.isArticle
          ? 'popupNoMentions'
          : 'popupNotArticle';
  return (
    <>
      <h1 class="unseen">{t('panelTitle')}</h1>
      <p class="empty" role="status">
        {t(text)}
      </p>
    </>
  );
}

type ArticlePanelProps = Pick<PageContext, 'translate' | 'language'> & { page: Extract<BesidePage, { is: 'there' }> };

function ArticlePanel({ page, translate: t, language }: ArticlePanelProps) {
  const { tab, report, article, overview } = page;
  const { card, open } = useCards(article, t);
  const strings = cardStrings(t);
  const jump = (mention: number) => void askPage(tab, 'show', { mention, open: false });
  const names = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The focus goes back to the list from which the card was opened.
    if (card === null && wasOpen.current) names.current?.querySelector<HTMLElement>('[data-opened]')?.focus();
    wasOpen.current = card !== null;
  }, [card]);
  return (
    <>
      <header class="article">
        <h1>{report.title ?? t('panelTitle')}</h1>
        <p class="hint">
          {[
            report.outlet,
            report.published && formatDate(report.published, language),
            report.updated && t('panelUpdated', formatDate(report.updated, language)),
            t('popupMentions', report.mentions.length, overview.entities.length),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      {card && (
        <CardInPanel card={card}>
          <section>
            <h2>{t('panelMentions', report.mentions.filter(({ entity }) => entity === card.link.entity).length)}</h2>
            <MentionList report={report} entity={card.link.entity} onJump={jump} translate={t} />
          </section>
        </CardInPanel>
      )}
      <div ref={names} class="contents" hidden={card !== null}>
        <Names overview={overview} report={report} translate={t} onOpen={open} onJump={jump} />
        <Story overview={overview} strings={strings} translate={t} onOpen={open} />
        <div class="card">
          <Related
            reports={overview.related}
            strings={strings}
            language={language}
            first={6}
            live={{
              sources: overview.sources,
              ask: (source) => askBackground('ask', { ...article, source, entity: null, isPrivate: isPrivateWindow() }),
            }}
          />
          {overview.sources.length === 0 && (
            <button type="button" class="quiet settings" onClick={() => void browser.runtime.openOptionsPage()}>
              {t('panelSources')}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

/** A card in the panel takes the place of the lists. */
function CardInPanel({ card, children }: { card: OpenCard; children: preact.ComponentChildren }) {
  const element = useRef<HTMLElement>(null);
  const { entity } = card.link;
  useEffect(() => {
    element.current?.focus();
    scrollTo({ top: 0, behavior: 'instant' });
  }, [entity]);
  return (
    <>
      <section ref={element} class="card boxed" tabIndex={-1} aria-labelledby="card-title">
        <Card state={card.state} actions={card.actions} titleId="card-title" />
      </section>
      {children}
    </>
  );
}
