/** The settings, each with what it does; a change holds at once. */
import browser from 'webextension-polyfill';
import { contentScript } from '../../shared/contentScript.ts';
import { askBackground } from '../../shared/messages.ts';
import { mayReadNews } from '../allowNews.ts';
import { startPage } from '../page.tsx';
import { Options } from './Options.tsx';
import { readAllowedSites } from './Sites.tsx';
import { readChoices } from './useChoices.ts';

// All that decides what stands where, so that nothing moves once it is there.
const [pack, commands, mayRead, allowed, choices] = await Promise.all([
  askBackground('pack'),
  browser.commands.getAll(),
  mayReadNews(),
  readAllowedSites(),
  readChoices(),
]);
const outlets = new Set(contentScript().matches.map((match) => new URL(match.replace(/^\*:\/\/(\*\.)?/, 'https://')).hostname)).size;

await startPage('optionsTitle', (context) => <Options {...context} {...{ pack, commands, outlets, mayRead, allowed, choices }} />);
