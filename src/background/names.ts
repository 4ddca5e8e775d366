/** What entities are called in the language of a card, and in their own. */
import type { EntityRecord } from '../pack/dossier.ts';
import { textIn } from '../pack/schema.ts';
import type { CardLanguage, EntityLink, Text } from '../shared/model.ts';

export function linkTo(entity: EntityRecord, language: CardLanguage): EntityLink {
  return { entity: entity.id, name: nameOf(entity, language).name, category: entity.category };
}

/** Languages in which countries write the names of their bodies and people. */
const nativeLanguages: Record<string, string> = {
  CN: 'zh-Hans',
  TW: 'zh-Hant',
  HK: 'zh-Hant',
  MO: 'zh-Hant',
  KR: 'ko',
  KP: 'ko',
  JP: 'ja',
  DE: 'de',
  AT: 'de',
  FR: 'fr',
  ES: 'es',
  MX: 'es',
  US: 'en',
  GB: 'en',
  CA: 'en',
  AU: 'en',
  SG: 'en',
  IN: 'en',
};

/** The name in a card's language, and the entity's own name beside it where that differs. */
export function nameOf(entity: EntityRecord, language: CardLanguage): { name: Text; native: Text | null } {
  const name = textIn(entity.names as EntityRecord['kind'], language);
  const own = entity.country === undefined ? undefined : nativeLanguages[entity.country];
  // In a card of another script the reader also meets the name in Latin letters.
  const candidates = [own, 'en'].filter((one): one is string => one !== undefined && one !== name.language);
  for (const candidate of candidates) {
    const text = entity.names[candidate];
    if (text !== undefined && text !== name.text) return { name, native: { text, language: candidate } };
  }
  return { name, native: null };
}
