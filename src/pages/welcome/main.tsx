/** The page after installation: three steps, with a card to try. */
import browser from 'webextension-polyfill';
import { askBackground } from '../../shared/messages.ts';
import { noArticle } from '../../shared/model.ts';
import { mayReadNews } from '../allowNews.ts';
import { startPage } from '../page.tsx';
import { Welcome } from './Welcome.tsx';

/** A sentence of the day on which the first of these rules was new. */
const example = { ...noArticle, published: '2026-02-05', mentioned: ['h200', 'bis', 'nvidia'] };

const [overview, commands, mayRead] = await Promise.all([askBackground('overview', example), browser.commands.getAll(), mayReadNews()]);

await startPage('welcomeTitle', (context) => (
  <Welcome {...context} example={example} names={overview.entities} commands={commands} mayRead={mayRead} />
));
