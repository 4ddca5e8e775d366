/**
 * What the files under `data/` may say. The build reads every file through
 * these schemas, so an unknown field or a missing language stops it.
 */
import * as v from 'valibot';
import {
  type CardLanguage,
  Category,
  Certainty,
  Day,
  LooseDate,
  OwnerKind,
  StatedRelationKind,
  type Text,
  WebAddress,
} from '../shared/model.ts';

/** Lower-case words joined by hyphens; the same form names entities, events, reports and outlets. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not an id (lower-case words joined by "-")'));

/** ISO 3166-1 alpha-2, or EU, or UN for bodies between states. */
export const Country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'not a two-letter country code'));

/** Words, none of them empty. */
export const WordList = v.array(v.pipe(v.string(), v.minLength(1, 'empty')));

const sentence = v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(320, 'longer than 320 characters'));

/** A text in English and Simplified Chinese at least. */
export const Localised = v.strictObject({
  en: sentence,
  'zh-Hans': sentence,
  'zh-Hant': v.exactOptional(sentence),
  ko: v.exactOptional(sentence),
  ja: v.exactOptional(sentence),
});
export type Localised = v.InferOutput<typeof Localised>;

/** Languages in which names are kept: the five of the cards, and three more that articles come in. */
export const NameLanguage = v.picklist(['en', 'zh-Hans', 'zh-Hant', 'ko', 'ja', 'de', 'fr', 'es']);
export type NameLanguage = v.InferOutput<typeof NameLanguage>;

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(120, 'longer than 120 characters'));

/**
 * A name as texts use it. A bare string is read wherever it stands. The long
 * form is for names that mean other things too: such a name is read only where
 * the document gives evidence for this entity.
 */
export const Alias = v.union([
  name,
  v.strictObject({
    text: name,
    /** Needs any evidence: the full name, a related entity, a country, a cue. `false`: needs none, but the words below speak against it. */
    weak: v.exactOptional(v.boolean()),
    /** Needs words of one of these fields of life (see `data/lexicon/cues.yaml`); makes a surname alone a name (Trump). */
    cues: v.exactOptional(v.array(Id)),
    /** Needs the entity's full name in the same document. */
    withName: v.exactOptional(v.literal(true)),
    /** Never read when one of these words follows or precedes. */
    notBefore: v.exactOptional(v.array(name)),
    notAfter: v.exactOptional(v.array(name)),
    in: v.exactOptional(v.array(v.picklist(['en', 'zh', 'zh-Hans', 'zh-Hant', 'ko', 'ja', 'de', 'fr', 'es']))),
  }),
]);
export type Alias = v.InferOutput<typeof Alias>;

/** How an alias is written. */
export function textOf(alias: Alias): string {
  return typeof alias === 'string' ? alias : alias.text;
}

const reports = v.pipe(v.array(Id), v.minLength(1, 'no source'));

/** An office or post held for a time; `to` is absent while it is held. */
export const Role = v.strictObject({
  /** Title of the office, from `data/lexicon/offices.yaml`. */
  office: Id,
  /** The place it stands for, from `data/lexicon/places.yaml`: a member's state. */
  place: v.exactOptional(Id),
  org: v.exactOptional(Id),
  from: v.exactOptional(LooseDate),
  to: v.exactOptional(LooseDate),
  /** The last day on which a source shows the holder in office, for posts whose end is unknown. */
  seen: v.exactOptional(LooseDate),
  reports: v.exactOptional(reports),
});
export type Role = v.InferOutput<typeof Role>;

/** One dated sentence about the entity, in our own words. */
export const Statement = v.strictObject({ date: LooseDate, certainty: Certainty, text: Localised, reports });
export type Statement = v.InferOutput<typeof Statement>;

/** What this entity does to another; the inverse is derived, never written. */
export const Relation = v.strictObject({
  kind: StatedRelationKind,
  to: Id,
  from: v.exactOptional(LooseDate),
  until: v.exactOptional(LooseDate),
  reports,
});

/** A figure that decides how a chip is licensed. */
export const Figure = v.strictObject({ label: Localised, value: v.string(), reports });

/** A chip, body, person, company, rule or organisation. */
export const Entity = v.strictObject({
  id: Id,
  category: Category,
  /** A finer type, one of those named in `data/lexicon/kinds.yaml`. */
  kind: Id,
  country: v.exactOptional(Country),
  parent: v.exactOptional(Id),
  website: v.exactOptional(WebAddress),
  /** Texts describe it instead of naming it ("the 25% cut"): it has a card, reached from others, and no marks. */
  unmarked: v.exactOptional(v.literal(true)),
  names: v.strictObject({
    en: name,
    'zh-Hans': v.exactOptional(name),
    'zh-Hant': v.exactOptional(name),
    ko: v.exactOptional(name),
    ja: v.exactOptional(name),
    de: v.exactOptional(name),
    fr: v.exactOptional(name),
    es: v.exactOptional(name),
  }),
  /** Other forms. An entry with the text of a name sets how that name is read. */
  aliases: v.optional(v.record(NameLanguage, v.array(Alias)), {}),
  /** One sentence: who or what this is. */
  background: v.exactOptional(v.strictObject({ text: Localised, reports })),
  /** One sentence: its part in the story today. */
  part: v.exactOptional(v.strictObject({ text: Localised, reports })),
  /** What its part was for articles from the day `from` (if it was none before) to the day before `until`; the oldest first. */
  earlierParts: v.optional(v.array(v.strictObject({ from: v.exactOptional(Day), until: Day, text: Localised, reports })), []),
  figures: v.optional(v.array(Figure), []),
  roles: v.optional(v.array(Role), []),
  statements: v.optional(v.array(Statement), []),
  relations: v.optional(v.array(Relation), []),
});
export type Entity = v.InferOutput<typeof Entity>;

/** Ids of all reports that an entity's texts rest on. */
export function reportsOf(entity: Entity): string[] {
  const parts = [
    entity.background,
    entity.part,
    ...entity.earlierParts,
    ...entity.figures,
    ...entity.roles,
    ...entity.statements,
    ...entity.relations,
  ];
  return parts.flatMap((part) => part?.reports ?? []);
}

/** Something that happened on a day. */
export const StoryEvent = v.strictObject({
  id: Id,
  date: Day,
  title: Localised,
  detail: v.exactOptional(Localised),
  certainty: Certainty,
  entities: v.pipe(v.array(Id), v.minLength(1, 'no entity')),
  reports,
});
export type StoryEvent = v.InferOutput<typeof StoryEvent>;

/** A question that outlets answer differently, with who says what and what settled it. */
export const Claim = v.strictObject({
  id: Id,
  question: Localised,
  entities: v.pipe(v.array(Id), v.minLength(1, 'no entity')),
  sides: v.pipe(v.array(v.strictObject({ date: LooseDate, says: Localised, reports })), v.minLength(2, 'fewer than two sides')),
  settled: v.exactOptional(v.strictObject({ date: LooseDate, text: Localised, reports })),
});
export type Claim = v.InferOutput<typeof Claim>;

/** A page of an outlet or an office: a source of statements and, where it says what it tells, related reporting. */
export const Report = v.strictObject({
  id: Id,
  url: WebAddress,
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(300, 'longer than 300 characters')),
  outlet: v.pipe(v.string(), v.minLength(1, 'empty')),
  published: v.exactOptional(Day),
  language: v.string(),
  kind: v.picklist(['official', 'news', 'analysis', 'relay', 'other']),
  gist: v.exactOptional(sentence),
  about: v.optional(v.array(Id), []),
});
export type Report = v.InferOutput<typeof Report>;

/** A host name, or one with a path below which the outlet publishes: `bbc.co.uk/news`. */
const Host = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./-]+)?$/, 'not a host name'));

/** A news outlet: facts about it, no score. */
export const Outlet = v.strictObject({
  id: Id,
  name,
  /** Names in other languages of the cards, where the outlet is known by them. */
  names: v.exactOptional(
    v.strictObject({
      'zh-Hans': v.exactOptional(name),
      'zh-Hant': v.exactOptional(name),
      ko: v.exactOptional(name),
      ja: v.exactOptional(name),
    }),
  ),
  /** Hosts of its articles, without `www.`; subdomains are included. */
  hosts: v.pipe(v.array(Host), v.minLength(1, 'no host')),
  country: Country,
  /** BCP 47, the main language first. */
  languages: v.pipe(v.array(v.string()), v.minLength(1, 'no language')),
  /** Who owns it: private hands, the public (a licence fee, a foundation under public law), or a state or party. */
  owner: OwnerKind,
  /** Agencies write for other outlets; the trade press covers one field; relays repeat others. */
  kind: v.picklist(['general', 'agency', 'business', 'technology', 'trade', 'broadcaster', 'magazine']),
  home: WebAddress,
  feeds: v.optional(v.array(WebAddress), []),
  /** False for outlets that are known to the pack but on whose pages the extension does not run by itself. */
  marked: v.exactOptional(v.literal(false)),
});
export type Outlet = v.InferOutput<typeof Outlet>;

/** What the pack is called and how fresh it is. */
export const PackHeader = v.strictObject({ id: Id, title: Localised, version: v.string(), asOf: Day });
export type PackHeader = v.InferOutput<typeof PackHeader>;

/** A short name in the languages of the cards; English stands in for those that are missing. */
export const Labels = v.strictObject({
  en: name,
  'zh-Hans': v.exactOptional(name),
  'zh-Hant': v.exactOptional(name),
  ko: v.exactOptional(name),
  ja: v.exactOptional(name),
});
export type Labels = v.InferOutput<typeof Labels>;

/** Finer types of entities, by id. */
export const Kinds = v.record(Id, Labels);
export type Kinds = v.InferOutput<typeof Kinds>;

/** Titles of offices, by id. `alone` marks those that say by themselves of what ("Secretary of Commerce"), `many` those that several hold at once. */
export const Offices = v.record(
  Id,
  v.strictObject({ ...Labels.entries, alone: v.exactOptional(v.literal(true)), many: v.exactOptional(v.literal(true)) }),
);
export type Offices = v.InferOutput<typeof Offices>;

/** A text in a language, in the nearest that it has: the other Chinese script, then English. */
export function textIn(texts: Labels | Localised, language: CardLanguage): Text {
  for (const candidate of language === 'zh-Hant' ? (['zh-Hant', 'zh-Hans'] as const) : [language]) {
    const text = texts[candidate];
    if (text !== undefined) return { text, language: candidate };
  }
  return { text: texts.en, language: 'en' };
}
