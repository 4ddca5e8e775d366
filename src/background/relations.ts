/** How an entity stands to others: as the data states it, and as it follows from parents and offices. */
import type { Dossier, EntityRecord, OfficeRecord } from '../pack/dossier.ts';
import type { CardLanguage, Relation } from '../shared/model.ts';
import { linkTo } from './names.ts';
import { sourcesOf } from './sources.ts';
import { type ArticleDay, isAfter, isHeldOn } from './time.ts';

/** Most that an entity is said to answer to. */
const MOST_ABOVE = 3;

/** Relations to entities of the article first, each pair of kind and entity once. */
export function relationsOf(
  entity: EntityRecord,
  mentioned: readonly string[],
  { date }: ArticleDay,
  language: CardLanguage,
  dossier: Dossier,
): Relation[] {
  const here = new Set(mentioned);
  const found = new Map<string, Relation>();
  const add = (kind: Relation['kind'], inverse: boolean, to: string, rest: Partial<Pick<Relation, 'from' | 'until' | 'sources'>> = {}) => {
    const other = dossier.entity(to);
    const key = `${kind} ${inverse} ${to}`;
    if (other === undefined || to === entity.id || found.has(key)) return;
    found.set(key, { kind, inverse, to: linkTo(other, language), from: null, until: null, sources: [], ...rest, here: here.has(to) });
  };
  for (const { kind, inverse, to, from, until, reports } of entity.relations)
    add(kind, inverse, to, { from: from ?? null, until: until ?? null, sources: sourcesOf(reports, dossier) });
  // What an entity belongs to is written as its parent: the maker of a chip, the department of a bureau.
  if (entity.parent !== undefined) {
    const parent = dossier.entity(entity.parent);
    const isStated = entity.relations.some((one) => one.to === entity.parent && isAbove(one));
    if (parent && !isStated) add(...belonging(entity, parent), parent.id);
  }
  for (const id of here) {
    const child = dossier.entity(id);
    if (child?.parent !== entity.id) continue;
    const [kind, inverse] = belonging(child, entity);
    add(kind, !inverse, child.id);
  }
  // Whose office is in a body works for it, unless more is stated.
  const stated = new Set([...found.values()].filter(({ kind }) => kind === 'leads' || kind === 'part-of').map(({ to }) => to.entity));
  const works = (office: OfficeRecord, inverse: boolean, to: string) => {
    if (!stated.has(to))
      add('works-for', inverse, to, { from: office.from ?? null, until: office.to ?? null, sources: sourcesOf(office.reports, dossier) });
  };
  for (const office of entity.offices) if (office.org !== undefined && isHeldOn(office, date)) works(office, false, office.org);
  for (const id of here)
    for (const office of dossier.entity(id)?.offices ?? []) if (office.org === entity.id && isHeldOn(office, date)) works(office, true, id);
  return [...found.values()].sort((a, b) => Number(b.here) - Number(a.here));
}

/** How a child stands to its parent: companies make chips, bodies have rules in their care, all else is part of what it belongs to. */
function belonging(child: EntityRecord, parent: EntityRecord): [kind: Relation['kind'], inverse: boolean] {
  if (child.category === 'chip' && parent.category === 'company') return ['makes', true];
  if (child.category === 'policy' && parent.category !== 'policy') return ['responsible-for', true];
  return ['part-of', false];
}

/** Those of an entity's relations that say to whom it answered on a day: what it is part of or works for, and who made, owns or oversees it. */
export function answersTo({ category }: EntityRecord, relations: readonly Relation[], { date }: ArticleDay): Relation[] {
  // A person answers to what they lead; a body does not.
  const isPerson = category === 'official' || category === 'executive';
  return relations
    .filter((relation) => isAbove(relation) && (isPerson || relation.kind !== 'leads') && holdsOn(date, relation.from, relation.until))
    .toSorted((a, b) => nearest.indexOf(a.kind) - nearest.indexOf(b.kind))
    .filter(({ to }, index, all) => all.findIndex((other) => other.to.entity === to.entity) === index)
    .slice(0, MOST_ABOVE);
}

/** Kinds of relations whose other side stands above: as told by the entity itself, and as told by that side; the nearest first. */
const own: Relation['kind'][] = ['leads', 'works-for', 'part-of'];
const others: Relation['kind'][] = ['makes', 'owns', 'made-rule', 'responsible-for', 'oversees'];
const nearest = [...own, ...others];

function isAbove({ kind, inverse }: Pick<Relation, 'kind' | 'inverse'>): boolean {
  return (inverse ? others : own).includes(kind);
}

function holdsOn(day: string, from: string | null, until: string | null): boolean {
  return (from === null || !isAfter(from, day)) && (until === null || isAfter(until, day));
}
