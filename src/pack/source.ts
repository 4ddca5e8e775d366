/** The packs as their data files give them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as v from 'valibot';
import { dataFiles, type Placed, readAll, readOne } from './read.ts';
import { Claim, Entity, Kinds, Offices, Outlet, PackHeader, Report, StoryEvent } from './schema.ts';

/** The folder of the data files. */
export const dataRoot = join(dirname(fileURLToPath(import.meta.url)), 'data');

/** The packs, in the order in which their entities are listed. The first gives the version and the date that cards show. */
const packs = ['ai-chip-export-controls', 'directory'];

export interface PackSource {
  header: PackHeader;
  entities: Placed<Entity>[];
  events: Placed<StoryEvent>[];
  claims: Placed<Claim>[];
  reports: Placed<Report>[];
  outlets: Placed<Outlet>[];
  kinds: Kinds;
  offices: Offices;
  /** Names of the parts of countries that members of parliaments stand for. */
  places: Kinds;
}

/** Reads every pack; throws a `DataError` that lists all faults of form. */
export function readPacks(root = dataRoot): PackSource {
  const headers = packs.map((pack) => readOne(root, join(root, pack, 'pack.yaml'), PackHeader).value);
  const all = <Schema extends v.GenericSchema>(folder: string, schema: Schema) =>
    readAll(
      root,
      packs
        .map((pack) => join(root, pack, folder))
        .filter((path) => existsSync(path))
        .flatMap(dataFiles),
      schema,
    );
  const lexicon = <Schema extends v.GenericSchema>(name: string, schema: Schema) =>
    readOne(root, join(root, 'lexicon', `${name}.yaml`), schema).value;
  return {
    header: headers[0] as PackHeader,
    entities: all('entities', Entity),
    events: all('events', StoryEvent),
    claims: all('claims', Claim),
    reports: all('reports', Report),
    outlets: readOutlets(root),
    kinds: lexicon('kinds', Kinds),
    offices: lexicon('offices', Offices),
    places: lexicon('constituencies', Kinds),
  };
}

/** The registry of news outlets: whose pages the extension reads by itself, and how reports name their sources. */
export function readOutlets(root = dataRoot): Placed<Outlet>[] {
  return readAll(root, [join(root, 'outlets.yaml')], Outlet);
}
