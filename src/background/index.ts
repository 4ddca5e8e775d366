/**
 * The background: it answers what the pages ask, from the pack. Nothing here
 * outlives the worker, so nothing is lost when the browser ends it.
 */
import browser from 'webextension-polyfill';
import { match } from '../match/match.ts';
import { textIn } from '../pack/schema.ts';
import { cardStrings } from '../shared/cardStrings.ts';
import { answerAsBackground } from '../shared/messages.ts';
import { dossierPath } from '../shared/pages.ts';
import { composeCard } from './card.ts';
import { listenToCommands } from './commands.ts';
import { composeOverview } from './overview.ts';
import { dossier, lexicon, strings } from './pack.ts';
import { keepAllowedSitesMarked } from './sites.ts';
import { welcomeNewReaders } from './welcome.ts';

answerAsBackground({
  annotate: async (article) => match(article, await lexicon()),
  card: async (request) => {
    const { language, translate } = await strings();
    return { model: composeCard(request, language, await dossier()), strings: cardStrings(translate) };
  },
  overview: async (request) => composeOverview(request, (await strings()).language, await dossier()),
  pack: async () => {
    const { title, version, asOf } = (await dossier()).pack;
    return { title: textIn(title, (await strings()).language), version, asOf };
  },
  openDossier: async (request) => {
    await browser.tabs.create({ url: browser.runtime.getURL(dossierPath(request)) });
    return null;
  },
});

keepAllowedSitesMarked();
listenToCommands();
welcomeNewReaders();
