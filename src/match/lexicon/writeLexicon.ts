/** What a lexicon is built from, and its file, as the build writes it. */
import { type Category, categories } from '../../shared/categories.ts';
import { buildAutomaton } from '../spotting/automaton.ts';
import { foldText } from '../spotting/fold.ts';
import {
  EXACT,
  type Header,
  type Meaning,
  type NamePart,
  NO_COUNTRY,
  nameParts,
  type PlainBody,
  type Strength,
  strengths,
  WITH_NAME,
  type WordKind,
  wordKinds,
} from './lexicon.ts';
import { writeSections, writeStrings } from './sections.ts';

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
  /** Names that are words of a field, too: name → field. */
  senses: Readonly<Record<string, string>>;
  /** Forms that stand in front of a body's name and say whose it is: form → country. */
  glue: Readonly<Record<string, string>>;
  /** Bodies by their plain names, and which countries have one; the first that fits a name counts. */
  bodies: readonly PlainBody[];
  /** Of these, those that parts of a country have, too, by country. */
  bodiesOfParts: Readonly<Record<string, readonly string[]>>;
  /** Countries whose readers pages in a language speak to: BCP 47 → country. */
  homes: Readonly<Record<string, string>>;
  /** Seats of parts of countries, as capital letters write them in a dateline: city → country. */
  capitals: Readonly<Record<string, string>>;
  /** Words that make a title of a department's short name. */
  departments: readonly string[];
  /** Capitalised words that stand beside names without being part of them. */
  openers: readonly string[];
}

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
    senses: Object.fromEntries(Object.entries(source.senses).map(([word, field]) => [word, bits([field])])),
    countries,
    glue: { ...source.glue },
    bodies: [...source.bodies],
    bodiesOfParts: { ...source.bodiesOfParts },
    homes: { ...source.homes },
    capitals: { ...source.capitals },
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
  const capitals = tabulated(flat.map((meaning) => meaning.capitals));
  const aliasFields = tabulated(source.aliases.map((alias) => (alias.fields ? bits(alias.fields) : 0)));
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
    meaningCapitals: capitals.places,
    capitals: capitals.table,
    aliasEntity: Uint32Array.from(source.aliases, (alias) => lookUp(entityIndex, alias.entity, 'entity')),
    aliasFlags: Uint8Array.from(
      source.aliases,
      (alias) =>
        strengths.indexOf(alias.strength) |
        (nameParts.indexOf(alias.part) << 2) |
        (alias.exact ? EXACT : 0) |
        (alias.withName ? WITH_NAME : 0),
    ),
    aliasFields: aliasFields.places,
    fields: aliasFields.table,
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

/** Many values of which few differ: a table of them, and the place of each in it. */
function tabulated(values: readonly number[]): { table: Uint32Array; places: Uint16Array } {
  const table = [...new Set(values)];
  if (table.length > 0xffff) throw new Error('more different values than a table holds');
  const placeOf = new Map(table.map((value, place) => [value, place]));
  return { table: Uint32Array.from(table), places: Uint16Array.from(values, (value) => placeOf.get(value) as number) };
}

function indexOf(list: readonly string[]): Map<string, number> {
  return new Map(list.map((value, index) => [value, index]));
}

function lookUp(index: Map<string, number>, key: string, what: string): number {
  const found = index.get(key);
  if (found === undefined) throw new Error(`unknown ${what} "${key}"`);
  return found;
}
