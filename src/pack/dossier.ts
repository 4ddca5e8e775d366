/**
 * The compiled pack as the extension reads it: what is known of each entity,
 * event and report. Written by the build from checked data, so it is trusted.
 */
import type { Category } from '../shared/categories.ts';
import type { CardLanguage, Certainty, RelationKind } from '../shared/model.ts';
import type { Claim, Labels, Localised, Outlet, Report } from './schema.ts';
import { openShelf } from './shelf.ts';
import { type StoredText, withTexts } from './texts.ts';

/** An office with its title spelt out. */
export interface OfficeRecord {
  title: Labels;
  /** True where the title says by itself of what ("Secretary of Commerce"). */
  alone: boolean;
  place?: Labels;
  org?: string;
  from?: string;
  to?: string;
  seen?: string;
  reports: string[];
}

/** A relation as seen from one side. */
export interface RelationRecord {
  kind: RelationKind;
  /** True where the other entity is the one that acts. */
  inverse: boolean;
  to: string;
  from?: string;
  until?: string;
  reports: string[];
}

export interface EntityRecord {
  id: string;
  category: Category;
  kind: Labels;
  country?: string;
  parent?: string;
  website?: string;
  names: Record<string, string>;
  background?: { text: Localised; reports: string[] };
  part?: { text: Localised; reports: string[] };
  /** Its part for articles before the day `until`, and not before `from`; the oldest first. */
  earlierParts: { from?: string; until: string; text: Localised; reports: string[] }[];
  figures: { label: Localised; value: string; reports: string[] }[];
  offices: OfficeRecord[];
  statements: { date: string; certainty: Certainty; text: Localised; reports: string[] }[];
  relations: RelationRecord[];
  /** Ids of the events it takes part in, oldest first. */
  events: string[];
  /** Ids of the claims about it that outlets report differently. */
  claims: string[];
  /** Ids of the reports about it, newest first. */
  related: string[];
}

/** Lists that most entities have nothing in. */
export const noLists = {
  earlierParts: [],
  figures: [],
  offices: [],
  statements: [],
  relations: [],
  events: [],
  claims: [],
  related: [],
} satisfies Partial<EntityRecord>;
type ListName = keyof typeof noLists;

/** An entity as the shelf holds it: without its empty lists, which would be a tenth of the file. */
type StoredEntity = Omit<EntityRecord, ListName> & Partial<Pick<EntityRecord, ListName>>;

/** An entity as it goes on the shelf. */
export function withoutEmptyLists(entity: EntityRecord): StoredEntity {
  const isEmpty = ([name, value]: [string, unknown]) => name in noLists && Array.isArray(value) && value.length === 0;
  return Object.fromEntries(Object.entries(entity).filter((field) => !isEmpty(field))) as StoredEntity;
}

export interface EventRecord {
  id: string;
  date: string;
  title: Localised;
  detail?: Localised;
  certainty: Certainty;
  entities: string[];
  reports: string[];
}

export type ClaimRecord = Claim;
export type ReportRecord = Report;

/** What is told of an outlet beside its reports. */
export type OutletRecord = Pick<Outlet, 'name' | 'names' | 'country' | 'owner'>;

/** What a pack says of itself. */
export interface PackRecord {
  title: Localised;
  version: string;
  asOf: string;
}

export interface Dossier {
  readonly pack: PackRecord;
  entity(id: string): EntityRecord | undefined;
  event(id: string): EventRecord | undefined;
  claim(id: string): ClaimRecord | undefined;
  report(id: string): ReportRecord | undefined;
  /** The reports of the pack that tell something by themselves; the others are but sources. */
  reports(): ReportRecord[];
  /** The outlet that publishes at a place, a host with or without a path, or at one above it. */
  outlet(place: string): OutletRecord | undefined;
}

/** Keys of the records on the shelf. */
export const key = {
  pack: 'pack',
  entity: (id: string) => `entity/${id}`,
  event: (id: string) => `event/${id}`,
  claim: (id: string) => `claim/${id}`,
  report: (id: string) => `report/${id}`,
  outlet: (host: string) => `outlet/${host}`,
};

/** Most folders below a host that make an outlet's place, as in `habr.com/ru/news`. */
const DEEPEST = 4;

/** The dossier in a language, from the file of its records and the file of their texts in that language. */
export function openDossier(records: ArrayBuffer, texts: ArrayBuffer, language: CardLanguage): Dossier {
  const shelf = openShelf(records);
  const told = openShelf(texts);
  const read = (key: string) => withTexts(shelf.get(key), (told.get(key) ?? []) as StoredText[], language);
  return {
    pack: read(key.pack) as PackRecord,
    entity: (id) => {
      const found = read(key.entity(id)) as StoredEntity | undefined;
      return found && { ...noLists, ...found };
    },
    event: (id) => read(key.event(id)) as EventRecord | undefined,
    claim: (id) => read(key.claim(id)) as ClaimRecord | undefined,
    report: (id) => shelf.get(key.report(id)) as ReportRecord | undefined,
    reports: () =>
      shelf
        .keys()
        .filter((name) => name.startsWith(key.report('')))
        .map((name) => shelf.get(name) as ReportRecord)
        .filter((report) => report.gist !== undefined),
    outlet: (place) => {
      const [host = '', ...folders] = place.split('/').slice(0, DEEPEST + 1);
      for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
        for (let depth = folders.length; depth >= 0; depth--) {
          const found = shelf.get(key.outlet([name, ...folders.slice(0, depth)].join('/')));
          if (found !== undefined) return found as OutletRecord;
        }
      }
      return undefined;
    },
  };
}
