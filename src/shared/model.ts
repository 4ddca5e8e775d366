/**
 * The nouns that every room shares. Each is a schema, because each crosses a
 * border (a message, a stored value, a compiled pack); the types follow from
 * the schemas and are never written twice.
 */
import * as v from 'valibot';
import { categories } from './categories.ts';

export const Category = v.picklist(categories);

/** The languages in which the interface and the cards are written (BCP 47). */
export const cardLanguages = ['en', 'zh-Hans', 'zh-Hant', 'ko', 'ja'] as const;
export const CardLanguage = v.picklist(cardLanguages);
export type CardLanguage = v.InferOutput<typeof CardLanguage>;

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const Day = v.pipe(v.string(), v.isoDate('not a day written YYYY-MM-DD'), v.check(isRealDay, 'no such day'));
/** A day, month or year, as precisely as it is known: `2026-01-15`, `2026-01` or `2026`. */
export const LooseDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d\d){0,2}$/, 'not a date written YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check((date) => isRealDay(`${date}-01-01`.slice(0, 10)), 'no such date'),
);

/** An address that a reader can open. */
export const WebAddress = v.pipe(
  v.string(),
  v.check((address) => /^https?:\/\/\S+$/.test(address) && URL.canParse(address), 'not an http(s) address'),
);

/** A text together with the language it is written in, for `lang` attributes. */
export const Text = v.object({ text: v.string(), language: v.string() });
export type Text = v.InferOutput<typeof Text>;

/** An article as the matcher reads it: paragraphs joined by a line feed. */
export const ArticleText = v.object({
  text: v.string(),
  /** BCP 47, or null where neither the page nor the text told. */
  language: v.nullable(v.string()),
  /** Day of first publication where the page told it. */
  published: v.nullable(Day),
});
export type ArticleText = v.InferOutput<typeof ArticleText>;

/** The article that something is asked for. */
export const ArticleContext = v.object({
  published: v.nullable(Day),
  /** The article's address, so that it is not listed as related to itself. */
  url: v.nullable(v.string()),
  /** Empty where it is not known. */
  title: v.string(),
  language: v.nullable(v.string()),
  /** Its text, or enough of it to tell what it is about. */
  text: v.string(),
  /** Ids of the entities that it names, its foremost first. */
  mentioned: v.array(v.string()),
});
export type ArticleContext = v.InferOutput<typeof ArticleContext>;

/** No article: something is asked for by itself. */
export const noArticle: ArticleContext = { published: null, url: null, title: '', language: null, text: '', mentioned: [] };

/** Why a mention was admitted: the rule's name, and the words that met it. */
export const Evidence = v.object({ rule: v.string(), detail: v.string() });
export type Evidence = v.InferOutput<typeof Evidence>;

/** A stretch of an article's text that names an entity. Offsets are UTF-16 code units. */
export const Mention = v.object({
  start: v.number(),
  end: v.number(),
  entity: v.string(),
  name: v.string(),
  category: Category,
  evidence: v.array(Evidence),
});
export type Mention = v.InferOutput<typeof Mention>;

/** Where a statement or an event can be read up. */
export const Source = v.object({
  title: v.string(),
  outlet: v.string(),
  published: v.nullable(Day),
  language: v.string(),
  url: WebAddress,
});
export type Source = v.InferOutput<typeof Source>;

/** A sentence with its sources. */
export const SourcedText = v.object({ text: Text, sources: v.array(Source) });
export type SourcedText = v.InferOutput<typeof SourcedText>;

/** How sure a statement is: on the record, told by an outlet's sources, or contradicted elsewhere. */
export const Certainty = v.picklist(['confirmed', 'reported', 'disputed']);
export type Certainty = v.InferOutput<typeof Certainty>;

/** A dated sentence with its sources, placed before or after the article. */
export const DatedText = v.object({
  date: LooseDate,
  text: Text,
  /** A sentence more, where there is one. */
  detail: v.nullable(Text),
  certainty: Certainty,
  sources: v.array(Source),
  /** True when it happened after the article was published. */
  since: v.boolean(),
});
export type DatedText = v.InferOutput<typeof DatedText>;

/** In whose hands an outlet is: private ones, the public's (a licence fee, a foundation), or a state's or party's. */
export const OwnerKind = v.picklist(['private', 'public', 'state']);
export type OwnerKind = v.InferOutput<typeof OwnerKind>;

/** A report of an outlet, or a document of an office, that goes with an entity or an article. */
export const RelatedReport = v.object({
  ...Source.entries,
  /** True when it was published after the article. */
  since: v.boolean(),
  /** Reports with the same number tell the same story; null where that is not known. */
  story: v.nullable(v.number()),
  /** Whether an office of a state published it. */
  official: v.boolean(),
  /** The outlet's country (ISO 3166-1) and owner, where the registry of outlets knows it. */
  country: v.nullable(v.string()),
  owner: v.nullable(OwnerKind),
  /** The day on which the reader read it, where that is remembered. */
  read: v.nullable(Day),
});
export type RelatedReport = v.InferOutput<typeof RelatedReport>;

/** Live sources that are asked when the reader clicks, once they are turned on; in the order in which a card offers them. */
export const askedSources = ['federal-register', 'wikipedia', 'gdelt', 'google-news', 'archive'] as const;
export const AskedSource = v.picklist(askedSources);
export type AskedSource = v.InferOutput<typeof AskedSource>;

/** What can go wrong with a live source, in a word that the interface translates. */
export const Fault = v.picklist(['offline', 'slow', 'gone', 'refused', 'busy', 'broken', 'too-large']);
export type Fault = v.InferOutput<typeof Fault>;

/** What a live source tells: a report, or of an encyclopedia a page with its summary. */
export const LiveReport = v.object({ ...RelatedReport.entries, background: v.nullable(v.string()) });
export type LiveReport = v.InferOutput<typeof LiveReport>;

/** What a live source answers. */
export const LiveAnswer = v.object({
  reports: v.array(LiveReport),
  /** Why there is no new answer; the reports are then those of the last good one. */
  fault: v.nullable(Fault),
  /** When the reports were given, in milliseconds since 1970; null where there never was an answer. */
  goodAt: v.nullable(v.number()),
  /** A page on which the reader can search by hand. */
  link: v.nullable(WebAddress),
});
export type LiveAnswer = v.InferOutput<typeof LiveAnswer>;

/** What one entity does to another, as the pack's data states it; each kind can be told from either side. */
const statedKinds = [
  'part-of',
  'makes',
  'owns',
  'leads',
  'oversees',
  'made-rule',
  'reviews',
  'licenses',
  'governed-by',
  'supplies',
  'buys-from',
  'competes-with',
  'sued',
  'proposed',
  'succeeds',
] as const;
export const StatedRelationKind = v.picklist(statedKinds);
/** Two more kinds follow from what is on record otherwise: from offices, and from whose law or rule a policy is. */
export const RelationKind = v.picklist([...statedKinds, 'works-for', 'responsible-for']);
export type RelationKind = v.InferOutput<typeof RelationKind>;

/** An entity as others refer to it: a name that opens its card. */
export const EntityLink = v.object({ entity: v.string(), name: Text, category: Category });
export type EntityLink = v.InferOutput<typeof EntityLink>;

/** How the entity of a card stands to another. */
export const Relation = v.object({
  kind: RelationKind,
  /** True where the other entity is the one that acts. */
  inverse: v.boolean(),
  to: EntityLink,
  from: v.nullable(LooseDate),
  until: v.nullable(LooseDate),
  sources: v.array(Source),
  /** Whether the article names the other entity. */
  here: v.boolean(),
});
export type Relation = v.InferOutput<typeof Relation>;

/** What one side says of a disputed question, and when. */
export const ClaimSide = v.object({ date: LooseDate, text: Text, sources: v.array(Source), since: v.boolean() });
export type ClaimSide = v.InferOutput<typeof ClaimSide>;

/** A question that outlets answer differently. */
export const DisputedClaim = v.object({
  question: Text,
  /** Oldest first. */
  sides: v.array(ClaimSide),
  settled: v.nullable(ClaimSide),
});
export type DisputedClaim = v.InferOutput<typeof DisputedClaim>;

/** A technical figure, as its sources write it. */
export const Figure = v.object({ label: Text, value: v.string(), sources: v.array(Source) });
export type Figure = v.InferOutput<typeof Figure>;

/** An office with the time for which it was held, as far as it is known. */
export const HeldOffice = v.object({
  title: Text,
  from: v.nullable(LooseDate),
  to: v.nullable(LooseDate),
  /** The last day on which its holder was seen in it, where neither is known. */
  seen: v.nullable(LooseDate),
  sources: v.array(Source),
});
export type HeldOffice = v.InferOutput<typeof HeldOffice>;

/** Everything a card shows of one entity, for one article, in one language. */
export const CardModel = v.object({
  entity: v.string(),
  /** The language of the card; single texts may fall back to another. */
  language: CardLanguage,
  category: Category,
  name: Text,
  /** The name in the entity's own language, where that differs from `name`. */
  nativeName: v.nullable(Text),
  kind: Text,
  country: v.nullable(v.string()),
  /** Offices held on the article's day, and those held now where they are others; the newest first. */
  officesThen: v.array(HeldOffice),
  officesNow: v.array(HeldOffice),
  background: v.nullable(Text),
  backgroundSources: v.array(Source),
  /** What its part in the story was on the article's day, where it is another now. */
  partThen: v.nullable(SourcedText),
  /** Its part in the story that the pack follows. */
  part: v.nullable(Text),
  partSources: v.array(Source),
  /** True when its part is told from reports that came after the article. */
  partSince: v.boolean(),
  /** Who or what it answered to on the article's day, whether or not the article names them. */
  answersTo: v.array(Relation),
  /** What the first of those is, where the pack has no sentence on the entity itself. */
  about: v.nullable(SourcedText),
  website: v.nullable(WebAddress),
  /** All offices on record, the newest first. */
  offices: v.array(HeldOffice),
  figures: v.array(Figure),
  /** Newest first. */
  statements: v.array(DatedText),
  /** Events it takes part in, oldest first. */
  timeline: v.array(DatedText),
  /** Those to entities of the article first. */
  relations: v.array(Relation),
  claims: v.array(DisputedClaim),
  related: v.array(RelatedReport),
  /** The day for which the card answers: the article's, or the pack's where the article has none. */
  date: Day,
  /** False when the article's own date is unknown and `date` is the pack's. */
  dated: v.boolean(),
  /** The day up to which the pack was edited. */
  asOf: Day,
});
export type CardModel = v.InferOutput<typeof CardModel>;

/** A dated sentence of an article's story, with the names it is about. */
export const StoryEntry = v.object({ ...DatedText.entries, about: v.array(EntityLink) });
export type StoryEntry = v.InferOutput<typeof StoryEntry>;

/** What the pack knows around one article: who and what is in it, what happened before and since, who else reports. */
export const Overview = v.object({
  language: CardLanguage,
  entities: v.array(v.object({ ...EntityLink.entries, kind: Text })),
  /** Oldest first. */
  story: v.array(StoryEntry),
  related: v.array(RelatedReport),
  /** Live sources that may be asked for more. */
  sources: v.array(AskedSource),
  date: Day,
  dated: v.boolean(),
  asOf: Day,
});
export type Overview = v.InferOutput<typeof Overview>;

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
