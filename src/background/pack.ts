/** The pack's files and the reader's language, each loaded once, when first asked for. */
import browser from 'webextension-polyfill';
import { type Lexicon, openLexicon } from '../match/lexicon.ts';
import { type Dossier, openDossier } from '../pack/dossier.ts';
import { packFiles } from '../pack/files.ts';
import { loadMessages, type Translate } from '../shared/i18n.ts';
import type { CardLanguage } from '../shared/model.ts';
import { once } from '../shared/once.ts';
import { readerLanguage } from '../shared/readerLanguage.ts';
import { loadSettings } from '../shared/settings.ts';

export interface Strings {
  language: CardLanguage;
  translate: Translate;
}

export const lexicon = once(async (): Promise<Lexicon> => openLexicon(await packFile(packFiles.lexicon)));
export const dossier = once(async (): Promise<Dossier> => openDossier(await packFile(packFiles.dossier)));

const messages = new Map<CardLanguage, Promise<Translate>>();

/** The reader's language now, and its texts. */
export async function strings(): Promise<Strings> {
  const language = readerLanguage((await loadSettings()).language);
  let loading = messages.get(language);
  if (loading === undefined) {
    loading = loadMessages(language);
    messages.set(language, loading);
  }
  return { language, translate: await loading };
}

async function packFile(name: string): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(`pack/${name}`));
  return await response.arrayBuffer();
}
