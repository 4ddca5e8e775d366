/** The pack's files and the reader's language, each loaded once, when first asked for. */
import browser from 'webextension-polyfill';
import { type Lexicon, openLexicon } from '../match/lexicon/lexicon.ts';
import { type Dossier, openDossier } from '../pack/dossier.ts';
import { packFiles } from '../pack/files.ts';
import { loadMessages, type Translate } from '../shared/i18n.ts';
import { type CardLanguage, cardLanguages } from '../shared/model.ts';
import { once } from '../shared/once.ts';
import { readerLanguage } from '../shared/readerLanguage.ts';
import { loadSettings } from '../shared/settings.ts';

export interface Strings {
  language: CardLanguage;
  translate: Translate;
}

export const lexicon = once(async (): Promise<Lexicon> => openLexicon(await packFile(packFiles.lexicon)));
const records = once(() => packFile(packFiles.dossier));
const dossiers = inEachLanguage(async (language) => {
  const [known, texts] = await Promise.all([records(), packFile(packFiles.texts(language))]);
  return openDossier(known, texts, language);
});
const messages = inEachLanguage(loadMessages);

/** What the pack tells, in the reader's language now. */
export async function dossier(): Promise<Dossier> {
  return await dossiers[await languageNow()]();
}

/** The reader's language now, and its texts. */
export async function strings(): Promise<Strings> {
  const language = await languageNow();
  return { language, translate: await messages[language]() };
}

async function languageNow(): Promise<CardLanguage> {
  return readerLanguage((await loadSettings()).language);
}

/** What is made once for a language, when it is first asked for. */
function inEachLanguage<Value>(make: (language: CardLanguage) => Promise<Value>): Record<CardLanguage, () => Promise<Value>> {
  return Object.fromEntries(cardLanguages.map((language) => [language, once(() => make(language))])) as Record<
    CardLanguage,
    () => Promise<Value>
  >;
}

async function packFile(name: string): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(`pack/${name}`));
  return await response.arrayBuffer();
}
