/**
 * Texts in several languages, parted from the records that they stand in: a
 * reader wants those of one language, and the others need not be loaded.
 */
import { type CardLanguage, cardLanguages } from '../shared/model.ts';
import { type Labels, textIn } from './schema.ts';

/** Stands in a record where a text was: the text's number among the record's texts. */
const PLACE = '#';

/** A text of a file in one language; with its language where that is another, since nearer ones are missing. */
export type StoredText = string | readonly [text: string, language: CardLanguage];

/** A record with places for its texts, and these in order. Names keep all their languages, since cards show the native one, too. */
export function partTexts(record: unknown): { rest: unknown; texts: Labels[] } {
  const texts: Labels[] = [];
  const part = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(part);
    if (isText(value)) return { [PLACE]: texts.push(value) - 1 };
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, name === 'names' ? field : part(field)]));
  };
  return { rest: part(record), texts };
}

/** A record's texts as the file of a language holds them. */
export function textsIn(texts: readonly Labels[], language: CardLanguage): StoredText[] {
  return texts.map((text) => {
    const told = textIn(text, language);
    return told.language === language ? told.text : [told.text, told.language as CardLanguage];
  });
}

/** The record again, each of its texts in the one language in which it is at hand. */
export function withTexts(rest: unknown, texts: readonly StoredText[], language: CardLanguage): unknown {
  if (typeof rest !== 'object' || rest === null) return rest;
  if (Array.isArray(rest)) return rest.map((value) => withTexts(value, texts, language));
  if (PLACE in rest) {
    const stored = texts[rest[PLACE] as number] as StoredText;
    return typeof stored === 'string' ? { [language]: stored } : { [stored[1]]: stored[0] };
  }
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, withTexts(value, texts, language)]));
}

function isText(value: object): value is Labels {
  return 'en' in value && Object.keys(value).every((name) => (cardLanguages as readonly string[]).includes(name));
}
