/**
 * What the matcher knows: the automaton, what each pattern may mean, and what
 * is needed of each entity to decide between meanings. It is written at build
 * time as one file of typed arrays and opened without parsing.
 */
import type { Category } from '../shared/model.ts';
import { categories } from '../shared/model.ts';
import { type Automaton, buildAutomaton, openAutomaton } from './automaton.ts';
import { foldText } from './fold.ts';
import { openSections, type StringTable, stringAt, writeSections, writeStrings } from './sections.ts';

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
] as const;
export type WordKind = (typeof wordKinds)[number];

/** How much a name says by itself. */
export const strengths = ['weak', 'generic', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/** Which part of a person's name an alias is; `whole` for everything else. */
export const nameParts = ['whole', 'surname', 'given'] as const;
export type NamePart = (typeof nameParts)[number];

export interface EntityEntry {
  id: string;
  name: string;
  category: Category;
  country: string | null;
  /** Cue fields that speak for this entity. */
  fields: readonly string[];
  /** Ids of entities that stand close to it: parent, parts, holders of its offices, what it makes or rules on. */
  kin: readonly string[];
}

export interface AliasEntry {
  text: string;
  entity: string;
  strength: Strength;
  part: NamePart;
  /** Letters count exactly as written. */
  exact: boolean;
  /** Read only where the whole name stands in the same document. */
  withName: boolean;
  /** Cue fields that this alias needs instead of those of its entity. */
  fields: readonly string[] | null;
  notBefore: readonly string[];
  notAfter: readonly string[];
  /** Languages of pages on which it is read; empty for all. */
  languages: readonly string[];
}

/** What an alias is that nothing is said about. */
export const plainAlias = {
  part: 'whole',
  exact: false,
  withName: false,
  fields: null,
  notBefore: [],
  notAfter: [],
  languages: [],
} as const satisfies Partial<AliasEntry>;

export interface WordEntry {
  /** A trailing `*` stands for any ending. */
  text: string;
  kind: Exclude<WordKind, 'alias'>;
  /** A cue's field, or a country. */
  value: string;
}

export interface LexiconSource {
  entities: readonly EntityEntry[];
  aliases: readonly AliasEntry[];
  words: readonly WordEntry[];
  /** Ids of cue fields, and of those among them that speak against. */
  fields: readonly string[];
  against: readonly string[];
  /** Forms that stand in front of a body's name and say whose it is: form → country. */
  glue: Readonly<Record<string, string>>;
  /** Words that make a title of a department's short name. */
  departments: readonly string[];
  /** Capitalised words that stand beside names without being part of them. */
  openers: readonly string[];
}

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

interface Header {
  /** How many of the patterns, from the first on, are names. */
  nameCount: number;
  fields: string[];
  against: number;
  countries: string[];
  glue: Record<string, string>;
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
}

/** Bits of an alias's flags byte: two for strength, two for part, then these. */
const EXACT = 16;
const WITH_NAME = 32;
const NO_COUNTRY = 0xff;

/** Writes a lexicon as one file. Unknown entities, fields or countries throw. */
export function writeLexicon(source: LexiconSource): Uint8Array<ArrayBuffer> {
  const entityIndex = indexOf(source.entities.map((entity) => entity.id));
  const countries = [
    ...new Set([
      ...source.words.filter((word) => word.kind === 'country' || word.kind === 'place').map((word) => word.value),
      ...source.entities.flatMap((entity) => entity.country ?? []),
    ]),
  ].sort();
  const countryIndex = indexOf(countries);
  const fieldIndex = indexOf([...source.fields]);
  if (source.fields.length > 31) throw new Error('more than 31 cue fields do not fit their bits');
  const bits = (fields: readonly string[]) => fields.reduce((mask, field) => mask | (1 << lookUp(fieldIndex, field, 'cue field')), 0);

  const byPattern = new Map<string, Meaning[]>();
  const add = (text: string, meaning: Omit<Meaning, 'capitals'>) => {
    const key = foldText(text);
    if (key.length <= (key.endsWith('*') ? 1 : 0)) throw new Error(`"${text}" folds to nothing`);
    const meanings = byPattern.get(key) ?? [];
    byPattern.set(key, meanings);
    const full = { ...meaning, capitals: capitalsOf(text) };
    if (!meanings.some((known) => known.kind === full.kind && known.value === full.value && known.capitals === full.capitals))
      meanings.push(full);
  };
  source.aliases.forEach((alias, index) => {
    add(alias.text, { kind: 'alias', value: index });
  });
  const nameCount = byPattern.size;
  for (const word of source.words) {
    const value =
      word.kind === 'cue'
        ? lookUp(fieldIndex, word.value, 'cue field')
        : word.kind === 'country' || word.kind === 'place'
          ? lookUp(countryIndex, word.value, 'country')
          : 0;
    add(word.text, { kind: word.kind, value });
  }

  // Where a stem is also a whole name, the name keeps both meanings.
  for (const [key, list] of byPattern) {
    const stem = byPattern.get(`${key}*`);
    if (stem === undefined) continue;
    list.push(...stem);
    byPattern.delete(`${key}*`);
  }

  const patterns = [...byPattern.keys()];
  const meanings = [...byPattern.values()];
  const { nameCount: _, sieve, nameSieve, ...automaton } = buildAutomaton(patterns, nameCount);
  const flat = meanings.flat();
  const meaningStart = new Uint32Array(patterns.length + 1);
  meanings.forEach((list, index) => {
    meaningStart[index + 1] = (meaningStart[index] as number) + list.length;
  });
  const kin = kinIndices(source.entities, entityIndex);
  const kinStart = new Uint32Array(kin.length + 1);
  kin.forEach((list, index) => {
    kinStart[index + 1] = (kinStart[index] as number) + list.length;
  });
  const ids = writeStrings(source.entities.map((entity) => entity.id));
  const names = writeStrings(source.entities.map((entity) => entity.name));
  const header: Header = {
    nameCount,
    fields: [...source.fields],
    against: bits(source.against),
    countries,
    glue: { ...source.glue },
    departments: [...source.departments],
    openers: [...source.openers],
    vetoes: Object.fromEntries(
      source.aliases.flatMap((alias, index) =>
        alias.notBefore.length + alias.notAfter.length + alias.languages.length > 0
          ? [[index, { notBefore: [...alias.notBefore], notAfter: [...alias.notAfter], languages: [...alias.languages] }]]
          : [],
      ),
    ),
  };
  return writeSections({
    header: new TextEncoder().encode(JSON.stringify(header)),
    ...automaton,
    ...sieve,
    nameHeads: nameSieve.heads,
    nameWords: nameSieve.words,
    namePairs: nameSieve.pairs,
    meaningStart,
    meaningKind: Uint8Array.from(flat, (meaning) => wordKinds.indexOf(meaning.kind)),
    meaningValue: Uint32Array.from(flat, (meaning) => meaning.value),
    meaningCapitals: Uint32Array.from(flat, (meaning) => meaning.capitals),
    aliasEntity: Uint32Array.from(source.aliases, (alias) => lookUp(entityIndex, alias.entity, 'entity')),
    aliasFlags: Uint8Array.from(
      source.aliases,
      (alias) =>
        strengths.indexOf(alias.strength) |
        (nameParts.indexOf(alias.part) << 2) |
        (alias.exact ? EXACT : 0) |
        (alias.withName ? WITH_NAME : 0),
    ),
    aliasFields: Uint32Array.from(source.aliases, (alias) => (alias.fields ? bits(alias.fields) : 0)),
    entityCategory: Uint8Array.from(source.entities, (entity) => categories.indexOf(entity.category)),
    entityCountry: Uint8Array.from(source.entities, (entity) =>
      entity.country === null ? NO_COUNTRY : lookUp(countryIndex, entity.country, 'country'),
    ),
    entityFields: Uint32Array.from(source.entities, (entity) => bits(entity.fields)),
    kinStart,
    kin: Uint32Array.from(kin.flat()),
    idBytes: ids.bytes,
    idOffsets: ids.offsets,
    nameBytes: names.bytes,
    nameOffsets: names.offsets,
  });
}

/** Opens a lexicon file; nothing but its small header is parsed. */
export function openLexicon(file: ArrayBuffer): Lexicon {
  const { bytes, shorts, words } = openSections(file);
  const header = JSON.parse(new TextDecoder().decode(bytes('header'))) as Header;
  const meaningStart = words('meaningStart');
  const meaningKind = bytes('meaningKind');
  const meaningValue = words('meaningValue');
  const meaningCapitals = words('meaningCapitals');
  const aliasEntity = words('aliasEntity');
  const aliasFlags = bytes('aliasFlags');
  const aliasFields = words('aliasFields');
  const entityCategory = bytes('entityCategory');
  const entityCountry = bytes('entityCountry');
  const entityFields = words('entityFields');
  const kinStart = words('kinStart');
  const kin = words('kin');
  const ids: StringTable = { bytes: bytes('idBytes'), offsets: words('idOffsets') };
  const names: StringTable = { bytes: bytes('nameBytes'), offsets: words('nameOffsets') };
  const fieldsOf = (entity: number) => entityFields[entity] as number;
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
    meanings: (pattern) => {
      const known = knownMeanings.get(pattern);
      if (known !== undefined) return known;
      const list: Meaning[] = [];
      for (let at = meaningStart[pattern] as number; at < (meaningStart[pattern + 1] as number); at++) {
        list.push({
          kind: wordKinds[meaningKind[at] as number] as WordKind,
          value: meaningValue[at] as number,
          capitals: meaningCapitals[at] as number,
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
      const alias: Alias = {
        index,
        entity,
        strength: strengths[flags & 3] as Strength,
        part: nameParts[(flags >> 2) & 3] as NamePart,
        exact: (flags & EXACT) !== 0,
        withName: (flags & WITH_NAME) !== 0,
        cued: aliasFields[index] !== 0,
        fields: (aliasFields[index] as number) || fieldsOf(entity),
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
    areKin: (entity, other) => {
      let low = kinStart[entity] as number;
      let high = kinStart[entity + 1] as number;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((kin[middle] as number) < other) low = middle + 1;
        else high = middle;
      }
      return low < (kinStart[entity + 1] as number) && kin[low] === other;
    },
  };
}

/** Bit n is set where the n-th folded unit of a name is written as a capital; names past 32 units are told by their head. */
function capitalsOf(text: string): number {
  let bits = 0;
  let at = 0;
  for (const unit of text) {
    const length = foldText(`x${unit}x`).length - 2;
    if (length > 0 && at < 32 && unit !== unit.toLowerCase()) bits |= 1 << at;
    at += length;
  }
  return bits >>> 0;
}

/** Kinship goes both ways, whoever names it; ascending, as `areKin` looks for it. */
function kinIndices(entities: readonly EntityEntry[], index: Map<string, number>): number[][] {
  const kin = entities.map(() => new Set<number>());
  entities.forEach((entity, self) => {
    for (const id of entity.kin) {
      const other = lookUp(index, id, 'entity');
      if (other === self) continue;
      (kin[self] as Set<number>).add(other);
      (kin[other] as Set<number>).add(self);
    }
  });
  return kin.map((set) => [...set].sort((a, b) => a - b));
}

function indexOf(list: readonly string[]): Map<string, number> {
  return new Map(list.map((value, index) => [value, index]));
}

function lookUp(index: Map<string, number>, key: string, what: string): number {
  const found = index.get(key);
  if (found === undefined) throw new Error(`unknown ${what} "${key}"`);
  return found;
}
