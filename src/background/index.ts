/**
 * The background: it answers what the pages ask, from the pack. Nothing here
 * outlives the worker, so nothing is lost when the browser ends it.
 */
import { match } from '../match/match.ts';
import { cardStrings } from '../shared/cardStrings.ts';
import { answerAsBackground } from '../shared/messages.ts';
import { composeCard } from './card.ts';
import { dossier, lexicon, strings } from './pack.ts';
import { keepAllowedSitesMarked } from './sites.ts';

answerAsBackground({
  annotate: async (article) => match(article, await lexicon()),
  card: async (request) => {
    const { language, translate } = await strings();
    return { model: composeCard(request, language, await dossier()), strings: cardStrings(translate) };
  },
});

keepAllowedSitesMarked();
