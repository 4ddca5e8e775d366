/** The settings, each with what it does; a change holds at once. */
import browser from 'webextension-polyfill';
import { contentScript } from '../../shared/contentScript.ts';
import { askBackground } from '../../shared/messages.ts';
import { mayReadNews } from '../allowNews.ts';
import { startPage } from '../page.tsx';
import { Options } from './Options.tsx';

const [pack, commands, mayRead] = await Promise.all([askBackground('pack'), browser.commands.getAll(), mayReadNews()]);
const outlets = new Set(contentScript().matches.map((match) => new URL(match.replace(/^\*:\/\/(\*\.)?/, 'https://')).hostname)).size;

await startPage('optionsTitle', (context) => <Options {...context} pack={pack} commands={commands} outlets={outlets} mayRead={mayRead} />);
