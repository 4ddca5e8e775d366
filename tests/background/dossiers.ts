/** A small dossier of made-up entities, for tests of what is composed from one. */
import {
  type ClaimRecord,
  type Dossier,
  type EntityRecord,
  type EventRecord,
  noLists,
  type OutletRecord,
  type ReportRecord,
} from '../../src/pack/dossier.ts';

export function entity(id: string, fields: Partial<EntityRecord> = {}): EntityRecord {
  return {
    id,
    category: 'agency',
    kind: { en: 'bureau', 'zh-Hans': '局' },
    names: { en: `Name of ${id}` },
    ...noLists,
    ...fields,
  };
}

export function report(id: string, published?: string): ReportRecord {
  return {
    id,
    url: `https://news.example/${id}`,
    title: `Title of ${id}`,
    outlet: 'The Example',
    language: 'en',
    kind: 'news',
    about: [],
    ...(published !== undefined && { published }),
  };
}

export function statement(date: string, en: string, reports: string[] = []): EntityRecord['statements'][number] {
  return { date, certainty: 'confirmed', text: { en, 'zh-Hans': `${en}（中文）` }, reports };
}

export function event(id: string, date: string, entities: string[]): EventRecord {
  return { id, date, title: { en: `Event ${id}`, 'zh-Hans': `事件${id}` }, certainty: 'confirmed', entities, reports: [] };
}

export function dossierOf(records: {
  entities: EntityRecord[];
  events?: EventRecord[];
  claims?: ClaimRecord[];
  reports?: ReportRecord[];
  outlets?: Record<string, OutletRecord>;
  asOf?: string;
}): Dossier {
  const find = <Value extends { id: string }>(values: readonly Value[] | undefined) => {
    const byId = new Map((values ?? []).map((value) => [value.id, value]));
    return (id: string) => byId.get(id);
  };
  return {
    pack: { title: { en: 'A pack', 'zh-Hans': '一包' }, version: '1', asOf: records.asOf ?? '2026-11-01' },
    entity: find(records.entities),
    event: find(records.events),
    claim: find(records.claims),
    report: find(records.reports),
    reports: () => records.reports ?? [],
    outlet: (host) => records.outlets?.[host],
  };
}
