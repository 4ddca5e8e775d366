/** From the packs' data to the files that the extension ships. */
import { writeLexicon } from '../match/lexicon/writeLexicon.ts';
import { type CardLanguage, cardLanguages } from '../shared/model.ts';
import {
  type EntityRecord,
  type EventRecord,
  key,
  type OfficeRecord,
  type OutletRecord,
  type PackRecord,
  type RelationRecord,
  withoutEmptyLists,
} from './dossier.ts';
import { packFiles } from './files.ts';
import { lexiconSource } from './lexiconSource.ts';
import type { Entity, Report, Role, StoryEvent } from './schema.ts';
import { writeShelf } from './shelf.ts';
import { dataRoot, type PackSource } from './source.ts';
import { partTexts, textsIn } from './texts.ts';

/** The files' bytes by name. Throws where an id is unknown. */
export function compilePack(source: PackSource, root = dataRoot): Record<string, Uint8Array<ArrayBuffer>> {
  const entities = source.entities.map((entity) => entity.value);
  const events = source.events.map((event) => event.value).sort((a, b) => (a.date < b.date ? -1 : 1));
  const reports = source.reports.map((report) => report.value).sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
  const parted = new Map([...records(source, entities, events, reports)].map(([key, record]) => [key, partTexts(record)]));
  return {
    [packFiles.lexicon]: writeLexicon(lexiconSource(root, entities)),
    [packFiles.dossier]: writeShelf(new Map([...parted].map(([key, { rest }]) => [key, rest]))),
    ...Object.fromEntries(cardLanguages.map((language) => [packFiles.texts(language), writeShelf(told(parted, language))])),
  };
}

/** The texts of all records in a language, under the keys of those that have any. */
function told(parted: ReadonlyMap<string, ReturnType<typeof partTexts>>, language: CardLanguage): Map<string, unknown> {
  return new Map([...parted].filter(([, { texts }]) => texts.length > 0).map(([key, { texts }]) => [key, textsIn(texts, language)]));
}

function records(
  source: PackSource,
  entities: readonly Entity[],
  events: readonly StoryEvent[],
  reports: readonly Report[],
): Map<string, unknown> {
  const eventsOf = group(events.flatMap((event) => event.entities.map((entity) => [entity, event.id] as const)));
  const claims = source.claims.map((claim) => claim.value);
  const claimsOn = group(claims.flatMap((claim) => claim.entities.map((entity) => [entity, claim.id] as const)));
  const relatedTo = group(
    reports.filter((report) => report.gist !== undefined).flatMap((report) => report.about.map((entity) => [entity, report.id] as const)),
  );
  const relationsOf = bothSides(entities);
  const shelf = new Map<string, unknown>();
  const pack: PackRecord = { title: source.header.title, version: source.header.version, asOf: source.header.asOf };
  shelf.set(key.pack, pack);
  for (const {
    id,
    category,
    kind,
    country,
    parent,
    website,
    names,
    background,
    part,
    earlierParts,
    figures,
    roles,
    statements,
  } of entities) {
    const record: EntityRecord = {
      id,
      category,
      kind: source.kinds[kind] ?? { en: kind },
      ...(country && { country }),
      ...(parent && { parent }),
      ...(website && { website }),
      names,
      ...(background && { background }),
      ...(part && { part }),
      earlierParts,
      figures,
      offices: roles.filter((role) => role.reports !== undefined).map((role) => office(role, source)),
      statements,
      relations: relationsOf.get(id) ?? [],
      events: eventsOf.get(id) ?? [],
      claims: claimsOn.get(id) ?? [],
      related: relatedTo.get(id) ?? [],
    };
    shelf.set(key.entity(id), withoutEmptyLists(record));
  }
  for (const event of events) shelf.set(key.event(event.id), event satisfies EventRecord);
  for (const claim of claims) shelf.set(key.claim(claim.id), claim);
  for (const report of reports) shelf.set(key.report(report.id), report);
  for (const { value } of source.outlets) {
    const { name, names, country, owner } = value;
    const record: OutletRecord = { name, ...(names && { names }), country, owner };
    for (const host of value.hosts) shelf.set(key.outlet(host), record);
  }
  return shelf;
}

function office(role: Role, { offices, places }: PackSource): OfficeRecord {
  const { office: id, place, org, from, to, seen, reports = [] } = role;
  const { alone = false, many: _, ...title } = offices[id] ?? { en: id };
  return {
    title,
    alone,
    ...(place && { place: places[place] ?? { en: place } }),
    ...(org && { org }),
    ...(from && { from }),
    ...(to && { to }),
    ...(seen && { seen }),
    reports,
  };
}

/** Relations as each of the two sides sees them. */
function bothSides(entities: readonly Entity[]): Map<string, RelationRecord[]> {
  return group(
    entities.flatMap((entity) =>
      entity.relations.flatMap(({ kind, to, from, until, reports }) => {
        const rest = { kind, ...(from && { from }), ...(until && { until }), reports };
        return [
          [entity.id, { ...rest, inverse: false, to }],
          [to, { ...rest, inverse: true, to: entity.id }],
        ] as [string, RelationRecord][];
      }),
    ),
  );
}

function group<Value>(pairs: Iterable<readonly [string, Value]>): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [name, value] of pairs) {
    const list = groups.get(name);
    if (list) list.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}
