/** The cards' own script: it runs on a page when the first card is wanted there. */
import { Cards } from './cards.ts';
import { world } from './cardsOnDemand.ts';

world.newsglossCards = Cards;
