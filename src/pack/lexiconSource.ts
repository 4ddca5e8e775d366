/** From the packs' entities and the word lists to what the matcher is built from. */
import { join } from 'node:path';
import * as v from 'valibot';
import type { LexiconSource, WordEntry } from '../match/lexicon/writeLexicon.ts';
import { inBothScripts } from './bothScripts.ts';
import { composedNames, Ministries } from './ministries.ts';
import { nameForms } from './nameForms.ts';
import { readOne } from './read.ts';
import { Country, type Entity, Id, Kinds, WordList } from './schema.ts';

const optionalWords = v.exactOptional(WordList);
const byLanguage = v.strictObject({
  en: optionalWords,
  'zh-Hans': optionalWords,
  'zh-Hant': optionalWords,
  ko: optionalWords,
  ja: optionalWords,
  de: optionalWords,
  fr: optionalWords,
  es: optionalWords,
});

const CueFields = v.array(v.strictObject({ id: Id, against: v.optional(v.literal(true)), senses: optionalWords, ...byLanguage.entries }));
const Countries = v.array(v.strictObject({ id: Country, languages: optionalWords, glue: WordList, seats: optionalWords, words: WordList }));
const Places = v.array(v.strictObject({ country: Country, words: WordList, capitals: optionalWords, bodies: optionalWords }));
const Bodies = v.array(
  v.union([
    v.strictObject({ names: WordList, countries: v.array(Country) }),
    v.strictObject({ names: WordList, except: v.array(Country) }),
  ]),
);
const Titles = v.strictObject({
  before: WordList,
  after: WordList,
  departments: WordList,
  of: WordList,
  other: WordList,
  openers: WordList,
});
const Lookalikes = v.strictObject({
  businesses: WordList,
  bearers: WordList,
  callings: WordList,
  clubs: WordList,
  trades: WordList,
  lawyers: WordList,
});
const Strangers = v.strictObject({
  callings: WordList,
  callingsBehind: WordList,
  things: WordList,
  owners: WordList,
  formerStates: WordList,
});

/** Languages whose names for every country Unicode CLDR supplies. */
const countryNameLanguages = ['en', 'zh-Hans', 'zh-Hant', 'ko', 'ja', 'de', 'fr', 'es'];

/** Reads the word lists under `data/lexicon` and joins them with the entities. */
export function lexiconSource(root: string, entities: readonly Entity[]): LexiconSource {
  const path = (name: string) => join(root, 'lexicon', `${name}.yaml`);
  const fields = readOne(root, path('cues'), CueFields).value;
  const countries = readOne(root, path('countries'), Countries).value.map(({ seats = [], ...country }) => ({
    ...country,
    words: [...country.words, ...seats],
  }));
  const places = readOne(root, path('places'), Places).value;
  // 텍사스주, テキサス州: a state whose name says that it is one.
  const states = Object.entries(readOne(root, path('constituencies'), Kinds).value).flatMap(([id, names]) =>
    Object.values(names)
      .filter((name): name is string => typeof name === 'string' && /[州주]$/.test(name))
      .map((text): WordEntry => ({ text, kind: 'place', value: id.slice(0, 2).toUpperCase() })),
  );
  const bodies = readOne(root, path('bodies'), Bodies).value;
  const titles = readOne(root, path('titles'), Titles).value;
  const lookalikes = readOne(root, path('lookalikes'), Lookalikes).value;
  const strangers = readOne(root, path('strangers'), Strangers).value;
  const ministries = readOne(root, path('ministries'), Ministries).value;
  const decoys = readOne(root, path('decoys'), byLanguage).value;
  const glue = Object.fromEntries(countries.flatMap(({ id, glue: forms }) => forms.map((form) => [form, id])));
  const countryWords = new Map(
    countries.map(({ id, words: list }) => [
      id,
      new RegExp(`(?<!\\p{L})(?:${[...list, ...countryNames([id]).map((word) => word.text)].map(patternOf).join('|')})(?!\\p{L})`, 'iu'),
    ]),
  );
  const signs = { glue, isSaid: (text: string, country: string) => countryWords.get(country)?.test(text) ?? false };
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const evidence: WordEntry[] = [
    ...fields.flatMap(({ id, against: _, senses: __, ...lists }) =>
      Object.values(lists)
        .flat()
        .map((text): WordEntry => ({ text, kind: 'cue', value: id })),
    ),
    ...countries.flatMap(({ id, glue: forms, words: list }) =>
      [...forms.filter((form) => form.length > 1 && !form.endsWith('-')), ...list].map(
        (text): WordEntry => ({ text, kind: 'country', value: id }),
      ),
    ),
    ...countryNames(countries.map((country) => country.id)),
    ...places.flatMap(({ country, words: list }) => list.map((text): WordEntry => ({ text, kind: 'place', value: country }))),
    ...states,
    ...[
      ['title-before', titles.before],
      ['title-after', titles.after],
      ['title-of', titles.of],
      ['calling', titles.other],
      ['decoy', Object.values(decoys).flat()],
      ['business', lookalikes.businesses],
      ['bearer', lookalikes.bearers],
      ['calling-before', [...lookalikes.callings, ...strangers.callings]],
      ['calling-behind', strangers.callingsBehind],
      ['club', lookalikes.clubs],
      ['trade', lookalikes.trades],
      ['lawyer', lookalikes.lawyers],
      ['thing', strangers.things],
      ['owner', strangers.owners],
      ['former-state', strangers.formerStates],
    ].flatMap(([kind, list]) => (list as string[]).map((text) => ({ text, kind, value: '' }) as WordEntry)),
  ];
  const given = inBothScripts(entities).flatMap((entity) => {
    const maker = entity.parent === undefined ? undefined : byId.get(entity.parent);
    return nameForms(entity, signs, maker ? spokenNames(maker) : []);
  });
  return {
    entities: entities.map((entity) => ({
      id: entity.id,
      name: entity.names.en,
      category: entity.category,
      country: entity.country ?? null,
      fields: fieldsOfCategory[entity.category],
      kin: [
        ...new Set([
          ...(entity.parent ? [entity.parent] : []),
          ...entity.roles.flatMap((role) => role.org ?? []),
          ...entity.relations.map((relation) => relation.to),
        ]),
      ],
    })),
    aliases: [...given, ...composedNames(entities, new Set(given.map(({ text }) => text)), ministries, glue)],
    words: evidence,
    fields: fields.map((field) => field.id),
    against: fields.filter((field) => field.against).map((field) => field.id),
    senses: Object.fromEntries(fields.flatMap(({ id, senses = [] }) => senses.map((word) => [word, id]))),
    glue,
    bodies,
    bodiesOfParts: Object.fromEntries(places.flatMap(({ country, bodies: names }) => (names ? [[country, names]] : []))),
    homes: Object.fromEntries(countries.flatMap(({ id, languages = [] }) => languages.map((language) => [language, id]))),
    capitals: Object.fromEntries(places.flatMap(({ country, capitals = [] }) => capitals.map((city) => [city.toUpperCase(), country]))),
    departments: titles.departments,
    openers: titles.openers,
  };
}

/** The cue fields that speak for each category. */
const fieldsOfCategory: Record<Entity['category'], string[]> = {
  chip: ['chips'],
  agency: ['government'],
  official: ['government', 'congress', 'trade'],
  company: ['chips', 'technology'],
  executive: ['chips', 'technology'],
  policy: ['government', 'trade', 'export-control', 'congress'],
  organisation: ['government', 'trade', 'technology', 'finance'],
};

/** Names that stand for an entity by themselves; "House" in front of a committee's does not. */
function spokenNames(entity: Entity): string[] {
  return [
    ...Object.values(entity.names),
    ...Object.values(entity.aliases)
      .flat()
      .filter((alias) => typeof alias === 'string'),
  ];
}

/** A word of the lists as a regular expression: a trailing `*` stands for any ending. */
function patternOf(word: string): string {
  return word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*$/, '\\p{L}*');
}

function countryNames(ids: readonly string[]): WordEntry[] {
  return countryNameLanguages.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return ids.flatMap((id) => {
      const text = names.of(id);
      return text === undefined ? [] : [{ text, kind: 'country', value: id } as const];
    });
  });
}
