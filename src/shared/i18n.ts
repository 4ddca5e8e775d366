/** Texts of the interface, in the reader's language. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type english from '../../public/_locales/en/messages.json';
import { fill } from './fill.ts';
import type { CardLanguage } from './model.ts';

export type MessageKey = keyof typeof english;

/** The text of a message; `$1`, `$2` … are replaced by what is handed in. */
export type Translate = (key: MessageKey, ...substitutions: (string | number)[]) => string;

/** Folders of `_locales` by language: browsers name them in their own way. */
const folders: Record<CardLanguage, string> = { en: 'en', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW', ko: 'ko', ja: 'ja' };

const MessageFile = v.record(v.string(), v.object({ message: v.string() }));

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
