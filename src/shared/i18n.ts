/** Texts of the interface, in the reader's language. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type english from '../../public/_locales/en/messages.json';
import { fill } from './fill.ts';
import { canonicalLanguage } from './language.ts';
import { type CardLanguage, cardLanguages } from './model.ts';

export type MessageKey = keyof typeof english;

/** The text of a message; `$1`, `$2` … are replaced by what is handed in. */
export type Translate = (key: MessageKey, ...substitutions: (string | number)[]) => string;

/** Folders of `_locales` by language: browsers name them in their own way. */
const folders: Record<CardLanguage, string> = { en: 'en', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW', ko: 'ko', ja: 'ja' };

const MessageFile = v.record(v.string(), v.object({ message: v.string() }));

/** The language of cards and pages: the one chosen, else the first of the browser's that we speak. */
export function readerLanguage(chosen: CardLanguage | null, preferred: readonly string[] = navigator.languages): CardLanguage {
  if (chosen !== null) return chosen;
  for (const tag of preferred) {
    const language = canonicalLanguage(tag);
    const spoken = cardLanguages.find((own) => own === language || own === language.split('-')[0]);
    if (spoken) return spoken;
  }
  return 'en';
}

/** Loads the messages of a language from the extension's own files. */
export async function loadMessages(language: CardLanguage): Promise<Translate> {
  const response = await fetch(browser.runtime.getURL(`_locales/${folders[language]}/messages.json`));
  const messages = v.parse(MessageFile, await response.json());
  return (key, ...substitutions) => {
    const message = messages[key]?.message;
    if (message === undefined) throw new Error(`no message "${key}" in ${language}`);
    return fill(message, ...substitutions);
  };
}
