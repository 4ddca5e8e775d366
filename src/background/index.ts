/**
 * The background: it answers what the pages ask, from the pack. Nothing here
 * outlives the worker, so nothing is lost when the browser ends it.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { match } from '../match/match.ts';
import { textIn } from '../pack/schema.ts';
import { cardStrings } from '../shared/cardStrings.ts';
import { answerAsBackground, type CardWords } from '../shared/messages.ts';
import type { ArticleContext, RelatedReport } from '../shared/model.ts';
import { onDemand } from '../shared/onDemand.ts';
import { dossierPath } from '../shared/pages.ts';
import { loadSettings } from '../shared/settings.ts';
import { composeCard, MOST_RELATED } from './card.ts';
import { listenToCommands } from './commands.ts';
import { followFeeds } from './feeds.ts';
import { ask, followChoices, sourcesOn } from './live.ts';
import { linkTo } from './names.ts';
import { composeOverview, MOST_REPORTS } from './overview.ts';
import { dossier, lexicon, strings } from './pack.ts';
import { countKept, forget, relatedReports, remember } from './reporting.ts';
import { keepAllowedSitesMarked } from './sites.ts';
import { welcomeNewReaders } from './welcome.ts';

answerAsBackground({
  annotate: async (article) => match(article, await lexicon()),
  card: async (request) => {
    const near = reportsNear(request, request.entity, MOST_RELATED);
    const [{ language, translate }, pack, sources] = await Promise.all([strings(), dossier(), sourcesOn()]);
    return { model: composeCard(request, language, pack, await near), strings: cardStrings(translate), sources };
  },
  names: async (ids) => {
    const [words, pack] = await Promise.all([cardWords(), dossier()]);
    const names = ids.flatMap((id) => pack.entity(id) ?? []).map((entity) => linkTo(entity, words.language));
    return { names, ...words };
  },
  overview: async (request) => {
    const near = reportsNear(request, null, MOST_REPORTS);
    const [{ language }, pack, sources] = await Promise.all([strings(), dossier(), sourcesOn()]);
    return composeOverview(request, language, pack, { near: await near, sources });
  },
  ask,
  remember: async (article) => {
    await remember(article);
    return null;
  },
  kept: countKept,
  forget: async (what) => {
    await forget(what);
    return null;
  },
  pack: async () => {
    const { title, version, asOf } = (await dossier()).pack;
    return { title: textIn(title, (await strings()).language), version, asOf };
  },
  settings: loadSettings,
  loadStyle: async (sender) => {
    // Who asks is about to have an article annotated, and tells of what goes wrong here.
    void lexicon().catch(() => undefined);
    await browser.scripting.insertCSS({ target: frameOf(sender), files: [onDemand.style], origin: reachesShadows });
    return null;
  },
  loadCards: async (sender) => {
    const [words] = await Promise.all([cardWords(), browser.scripting.executeScript({ target: frameOf(sender), files: [onDemand.cards] })]);
    return words;
  },
  openDossier: async (request) => {
    await browser.tabs.create({ url: browser.runtime.getURL(dossierPath(request)) });
    return null;
  },
});

/**
 * Whose style sheet the marks' is, so that it holds in shadow roots too.
 * Firefox applies a reader's sheets in every tree and an author's in the
 * document's alone; Chromium lets what the document says of highlights be
 * inherited into shadow roots, and leaves a reader's highlights out.
 */
const reachesShadows = 'sidebarAction' in browser && browser.sidebarAction ? 'USER' : 'AUTHOR';

/** The frame of a page that a message came from. */
function frameOf({ tab, frameId }: Runtime.MessageSender): { tabId: number; frameIds: number[] } {
  if (tab?.id === undefined || frameId === undefined) throw new Error('no page asks');
  return { tabId: tab.id, frameIds: [frameId] };
}

/** The texts around cards in the reader's language now. */
async function cardWords(): Promise<CardWords> {
  const { language, translate } = await strings();
  return { strings: cardStrings(translate), language };
}

/** How long a card waits for what is kept of reports, in milliseconds. */
const STORE_PATIENCE = 500;

/** Reports near an article; without them a card still has the pack's own. */
async function reportsNear(article: ArticleContext, entity: string | null, most: number): Promise<RelatedReport[]> {
  // After an installation the pack's reports are still being taken in; no card waits for that.
  const waited = new Promise<RelatedReport[]>((next) => setTimeout(next, STORE_PATIENCE, []));
  try {
    return await Promise.race([relatedReports(article, entity, most), waited]);
  } catch (error) {
    console.error('Newsgloss could not search its reports:', error);
    return [];
  }
}

keepAllowedSitesMarked();
followChoices();
followFeeds();
listenToCommands();
welcomeNewReaders();
