/**
 * What the matcher knows: the automaton, what each pattern may mean, and what
 * is needed of each entity to decide between meanings. It is one file of typed
 * arrays that is opened without parsing.
 */
import { type Category, categories } from '../../shared/categories.ts';
import { type Automaton, openAutomaton } from '../spotting/automaton.ts';
import { openSections, type StringTable, stringAt } from './sections.ts';

/** What a pattern may mean besides a name. */
export const wordKinds = [
  'alias',
  'cue',
  'country',
  'place',
  'title-before',
  'title-after',
  'title-of',
  'calling',
  'decoy',
  'business',
  'bearer',
  'calling-before',
  'club',
  'trade',
  'lawyer',
  'calling-behind',
  'thing',
  'owner',
  'former-state',
] as const;
export type WordKind = (typeof wordKinds)[number];

/** How much a name says by itself. */
export const strengths = ['weak', 'generic', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/** Which part of a person's name an alias is; `whole` for everything else. */
export const nameParts = ['whole', 'surname', 'given'] as const;
export type NamePart = (typeof nameParts)[number];

/** One thing that a pattern may mean. */
export interface Meaning {
  readonly kind: WordKind;
  /** Index of an alias, a cue field or a country, by kind. */
  readonly value: number;
  /** Bit n is set where the n-th unit of the name is a capital. */
  readonly capitals: number;
}

/** An alias as the decision needs it. */
export interface Alias {
  readonly index: number;
  readonly entity: number;
  readonly strength: Strength;
  readonly part: NamePart;
  readonly exact: boolean;
  readonly withName: boolean;
  /** Set where the data names the fields itself; else they are those of the category. */
  readonly cued: boolean;
  readonly fields: number;
  notBefore: readonly string[];
  notAfter: readonly string[];
  languages: readonly string[];
}

/** A body by its plain names, in which a `*` stands for any words, and the countries that have one, or that have none. */
export type PlainBody = { readonly names: readonly string[] } & (
  | { readonly countries: readonly string[] }
  | { readonly except: readonly string[] }
);

export interface Header {
  /** How many of the patterns, from the first on, are names. */
  nameCount: number;
  fields: string[];
  against: number;
  /** Bits of the field in which a name is a word, by the name. */
  senses: Record<string, number>;
  countries: string[];
  glue: Record<string, string>;
  bodies: PlainBody[];
  bodiesOfParts: Record<string, readonly string[]>;
  homes: Record<string, string>;
  capitals: Record<string, string>;
  departments: string[];
  openers: string[];
  /** For the few aliases that carry them, by alias index. */
  vetoes: Record<string, { notBefore: string[]; notAfter: string[]; languages: string[] }>;
}

export interface Lexicon {
  readonly automaton: Automaton;
  readonly header: Header;
  readonly openers: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly entityCount: number;
  /** Forms that stand in front of a body's name: form → country as an index into `header.countries`. */
  readonly glue: ReadonlyMap<string, number>;
  /** Whether a country, by its code, has a body of some plain name; null where the name is of none that is known. */
  havers(name: string): ((country: string) => boolean) | null;
  /** Whether parts of a country, by its code, have a body of a plain name, too. */
  isOfParts(name: string, country: string): boolean;
  /** Country of the readers that pages in a language (BCP 47) speak to, as an index into `header.countries`, or -1 where the language is of many. */
  homeOf(language: string | null): number;
  /** Country of the part whose seat a dateline in capital letters names, as an index into `header.countries`, or -1. */
  capitalOf(city: string): number;
  /** What a pattern may mean. */
  meanings(pattern: number): readonly Meaning[];
  alias(index: number): Alias;
  entityId(entity: number): string;
  entityName(entity: number): string;
  categoryOf(entity: number): Category;
  /** Country of an entity as an index into `header.countries`, or -1. */
  countryOf(entity: number): number;
  /** Bits of the cue fields that speak for an entity. */
  fieldsOf(entity: number): number;
  areKin(entity: number, other: number): boolean;
  /** Whether one company is kin to both of two entities: H200 and Hopper are Nvidia's. */
  shareCompany(entity: number, other: number): boolean;
}

/** Bits of an alias's flags byte: two for strength, two for part, then these. */
export const EXACT = 16;
export const WITH_NAME = 32;
export const NO_COUNTRY = 0xff;

/** Opens a lexicon file; nothing but its small header is parsed. */
export function openLexicon(file: ArrayBuffer): Lexicon {
  const { bytes, shorts, words } = openSections(file);
  const header = JSON.parse(new TextDecoder().decode(bytes('header'))) as Header;
  const meaningStart = words('meaningStart');
  const meaningKind = bytes('meaningKind');
  const meaningValue = words('meaningValue');
  const meaningCapitals = shorts('meaningCapitals');
  const capitals = words('capitals');
  const aliasEntity = words('aliasEntity');
  const aliasFlags = bytes('aliasFlags');
  const aliasFields = shorts('aliasFields');
  const fieldSets = words('fields');
  const entityCategory = bytes('entityCategory');
  const entityCountry = bytes('entityCountry');
  const entityFields = words('entityFields');
  const kinStart = words('kinStart');
  const kin = words('kin');
  const ids: StringTable = { bytes: bytes('idBytes'), offsets: words('idOffsets') };
  const names: StringTable = { bytes: bytes('nameBytes'), offsets: words('nameOffsets') };
  const fieldsOf = (entity: number) => entityFields[entity] as number;
  const bodies = header.bodies.map(({ names: list, ...where }) => ({ pattern: anyOf(list), where }));
  const bodiesOfParts = new Map(Object.entries(header.bodiesOfParts).map(([country, list]) => [country, anyOf(list)]));
  const knownMeanings = new Map<number, readonly Meaning[]>();
  const knownAliases = new Map<number, Alias>();
  const knownNames = new Map<number, string>();
  return {
    automaton: openAutomaton({
      firstChild: words('firstChild'),
      label: shorts('label'),
      branches: words('branches'),
      pattern: words('pattern'),
      tail: words('tail'),
      tails: shorts('tails'),
      nameCount: header.nameCount,
      sieve: { heads: words('heads'), words: words('words'), pairs: words('pairs') },
      nameSieve: { heads: words('nameHeads'), words: words('nameWords'), pairs: words('namePairs') },
    }),
    header,
    openers: new Set(header.openers),
    departments: new Set(header.departments),
    entityCount: entityCategory.length,
    glue: new Map(Object.entries(header.glue).map(([form, country]) => [form, header.countries.indexOf(country)])),
    havers: (name) => {
      const where = bodies.find(({ pattern }) => pattern.test(name))?.where;
      if (where === undefined) return null;
      return (country) => ('countries' in where ? where.countries.includes(country) : !where.except.includes(country));
    },
    isOfParts: (name, country) => bodiesOfParts.get(country)?.test(name) ?? false,
    homeOf: (language) => {
      const [base = ''] = (language ?? '').split('-');
      return header.countries.indexOf(header.homes[language ?? ''] ?? header.homes[base] ?? '');
    },
    capitalOf: (city) => header.countries.indexOf(header.capitals[city] ?? ''),
    meanings: (pattern) => {
      const known = knownMeanings.get(pattern);
      if (known !== undefined) return known;
      const list: Meaning[] = [];
      for (let at = meaningStart[pattern] as number; at < (meaningStart[pattern + 1] as number); at++) {
        list.push({
          kind: wordKinds[meaningKind[at] as number] as WordKind,
          value: meaningValue[at] as number,
          capitals: capitals[meaningCapitals[at] as number] as number,
        });
      }
      knownMeanings.set(pattern, list);
      return list;
    },
    alias: (index) => {
      const known = knownAliases.get(index);
      if (known !== undefined) return known;
      const flags = aliasFlags[index] as number;
      const entity = aliasEntity[index] as number;
      const fields = fieldSets[aliasFields[index] as number] as number;
      const alias: Alias = {
        index,
        entity,
        strength: strengths[flags & 3] as Strength,
        part: nameParts[(flags >> 2) & 3] as NamePart,
        exact: (flags & EXACT) !== 0,
        withName: (flags & WITH_NAME) !== 0,
        cued: fields !== 0,
        fields: fields || fieldsOf(entity),
        notBefore: header.vetoes[index]?.notBefore ?? [],
        notAfter: header.vetoes[index]?.notAfter ?? [],
        languages: header.vetoes[index]?.languages ?? [],
      };
      knownAliases.set(index, alias);
      return alias;
    },
    entityId: (entity) => stringAt(ids, entity),
    entityName: (entity) => {
      const known = knownNames.get(entity);
      if (known !== undefined) return known;
      const name = stringAt(names, entity);
      knownNames.set(entity, name);
      return name;
    },
    categoryOf: (entity) => categories[entityCategory[entity] as number] as Category,
    countryOf: (entity) => (entityCountry[entity] === NO_COUNTRY ? -1 : (entityCountry[entity] as number)),
    fieldsOf,
    areKin,
    shareCompany: (entity, other) =>
      kin
        .subarray(kinStart[entity], kinStart[entity + 1])
        .some((one) => categories[entityCategory[one] as number] === 'company' && areKin(one, other)),
  };

  function areKin(entity: number, other: number): boolean {
    let low = kinStart[entity] as number;
    let high = kinStart[entity + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kin[middle] as number) < other) low = middle + 1;
      else high = middle;
    }
    return low < (kinStart[entity + 1] as number) && kin[low] === other;
  }
}

/** Fits any of some names in which a `*` stands for any words. */
function anyOf(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*'));
  return new RegExp(`^(?:${escaped.join('|')})$`, 'su');
}
