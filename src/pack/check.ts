/** What the schemas cannot see: faults between one entry and another. */
import { foldText } from '../match/spotting/fold.ts';
import { cardLanguages } from '../shared/model.ts';
import type { Fault, Placed } from './read.ts';
import { type Claim, type Entity, reportsOf, textOf } from './schema.ts';
import type { PackSource } from './source.ts';

type Report = (at: Placed<unknown>, message: string) => void;

/** Every fault in the packs, in the order of the files. */
export function checkPacks(source: PackSource): Fault[] {
  const faults: Fault[] = [];
  const report: Report = ({ file, line }, message) => faults.push({ file, line, message });
  checkIds(source, report);
  checkReferences(source, report);
  checkReports(source, report);
  checkArticles(source, report);
  checkStrongNames(source, report);
  checkHolders(source, report);
  checkParts(source, report);
  checkLanguages(source, report);
  checkOutlets(source, report);
  return faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

function checkIds({ entities, events, claims, reports }: PackSource, report: Report): void {
  for (const list of [entities, events, claims, reports]) {
    const seen = new Map<string, Placed<unknown>>();
    for (const placed of list) {
      const first = seen.get(placed.value.id);
      if (first) report(placed, `id: "${placed.value.id}" is taken by ${first.file}:${first.line}`);
      else seen.set(placed.value.id, placed);
    }
  }
}

function checkReferences({ entities, events, claims, reports, kinds, offices, places }: PackSource, report: Report): void {
  const entityIds = new Set(entities.map((entity) => entity.value.id));
  const reportIds = new Set(reports.map((one) => one.value.id));
  const needs = (placed: Placed<unknown>, known: ReadonlySet<string> | object, what: string, id: string | undefined) => {
    const has = id === undefined || (known instanceof Set ? known.has(id) : Object.hasOwn(known, id));
    if (!has) report(placed, `unknown ${what} "${id}"`);
  };
  for (const entity of entities) {
    const { kind, parent, roles, relations } = entity.value;
    needs(entity, kinds, 'kind', kind);
    needs(entity, entityIds, 'parent', parent);
    for (const role of roles) {
      needs(entity, offices, 'office', role.office);
      needs(entity, places, 'place', role.place);
      needs(entity, entityIds, 'organisation', role.org);
      if (role.from !== undefined && role.to !== undefined && role.to < role.from.slice(0, role.to.length))
        report(entity, `roles: ${role.office} ends (${role.to}) before it begins (${role.from})`);
    }
    for (const relation of relations) needs(entity, entityIds, 'entity', relation.to);
    for (const id of reportsOf(entity.value)) needs(entity, reportIds, 'report', id);
  }
  for (const event of events) {
    for (const id of event.value.entities) needs(event, entityIds, 'entity', id);
    for (const id of event.value.reports) needs(event, reportIds, 'report', id);
  }
  for (const claim of claims) {
    for (const id of claim.value.entities) needs(claim, entityIds, 'entity', id);
    for (const id of reportsOfClaim(claim.value)) needs(claim, reportIds, 'report', id);
  }
  for (const one of reports) for (const id of one.value.about) needs(one, entityIds, 'entity', id);
}

function reportsOfClaim({ sides, settled }: Claim): string[] {
  return [...sides.flatMap((side) => side.reports), ...(settled?.reports ?? [])];
}

function checkReports({ entities, events, claims, reports }: PackSource, report: Report): void {
  const byUrl = new Map<string, Placed<{ id: string }>>();
  const used = new Set([
    ...entities.flatMap((entity) => reportsOf(entity.value)),
    ...events.flatMap((event) => event.value.reports),
    ...claims.flatMap((claim) => reportsOfClaim(claim.value)),
  ]);
  for (const one of reports) {
    const address = one.value.url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
    const first = byUrl.get(address);
    if (first) report(one, `url: also used by ${first.file}:${first.line} ("${first.value.id}")`);
    else byUrl.set(address, one);
    if (one.value.about.length === 0 && !used.has(one.value.id)) report(one, 'about: tied to no entity, and no statement or event uses it');
  }
}

/** A mention begins with the name, not with the article before it, which would also hide longer names ("the Council on …"). */
function checkArticles({ entities }: PackSource, report: Report): void {
  for (const entity of entities) {
    const { names, aliases } = entity.value;
    const texts = [...Object.values(names), ...Object.values(aliases).flat()].map((alias) => textOf(alias));
    for (const text of texts) if (/^the\s/i.test(text)) report(entity, `names: "${text}" begins with an article`);
  }
}

/** Two entities may share a name only where the text must prove which one is meant. */
function checkStrongNames({ entities }: PackSource, report: Report): void {
  const owners = new Map<string, Placed<Entity>>();
  for (const entity of entities) {
    const { names, aliases, category } = entity.value;
    const proved = new Set(
      Object.values(aliases)
        .flat()
        .flatMap((alias) => (typeof alias === 'string' ? [] : [alias.text])),
    );
    const strong = new Set(
      [
        ...Object.values(names),
        ...Object.values(aliases)
          .flat()
          .filter((alias) => typeof alias === 'string'),
      ]
        .filter((text) => !proved.has(text))
        .map(foldText),
    );
    for (const text of strong) {
      const owner = owners.get(text);
      if (owner === undefined) owners.set(text, entity);
      // Bodies of different countries share names; the country in the text decides between them.
      else if (!(category === 'agency' && owner.value.category === 'agency' && owner.value.country !== entity.value.country))
        report(entity, `names: "${text}" is also a strong name of "${owner.value.id}" (${owner.file}:${owner.line})`);
    }
  }
}

function checkHolders({ entities, offices }: PackSource, report: Report): void {
  const holders = new Map<string, { entity: Placed<Entity>; from: string; to: string }[]>();
  for (const entity of entities) {
    for (const { office, org, from, to, seen, reports } of entity.value.roles) {
      if (org === undefined || from === undefined || reports === undefined || offices[office]?.many || /^(?:former|acting)-/.test(office))
        continue;
      const key = `${office} of ${org}`;
      const list = holders.get(key) ?? [];
      holders.set(key, list);
      const own = { entity, from, to: to ?? seen ?? '9999' };
      const clash = list.find((other) => other.entity !== entity && isBefore(own.from, other.to) && isBefore(other.from, own.to));
      if (clash) report(entity, `roles: ${key} is also held by "${clash.entity.value.id}" (${clash.from} to ${clash.to}) at the same time`);
      list.push(own);
    }
  }
}

/** Whether one date lies surely before another, as far as the vaguer of the two tells. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** Parts follow each other, and the last of the earlier ones gives way to today's. */
function checkParts({ entities }: PackSource, report: Report): void {
  for (const entity of entities) {
    const { part, earlierParts } = entity.value;
    if (earlierParts.length > 0 && part === undefined) report(entity, 'earlierParts: there is no part of today');
    earlierParts.forEach(({ from, until }, index) => {
      const before = earlierParts[index - 1]?.until;
      if (before !== undefined && (from ?? until) < before)
        report(entity, `earlierParts: what holds until ${until} begins before ${before}`);
      if (from !== undefined && until <= from) report(entity, `earlierParts: ${until} does not follow ${from}`);
    });
  }
}

/** Story entities are named and introduced in every language of the cards; events and questions are titled in each. */
function checkLanguages({ entities, events, claims, kinds, offices, places }: PackSource, report: Report): void {
  for (const language of cardLanguages) {
    for (const event of events) if (event.value.title[language] === undefined) report(event, `title.${language}: missing`);
    for (const claim of claims) if (claim.value.question[language] === undefined) report(claim, `question.${language}: missing`);
  }
  for (const entity of entities) {
    if (entity.file.startsWith('directory')) continue;
    for (const language of cardLanguages) {
      if (entity.value.names[language] === undefined) report(entity, `names.${language}: missing`);
      if (entity.value.background === undefined) continue;
      if (entity.value.background.text[language] === undefined) report(entity, `background.text.${language}: missing`);
    }
    // People and short-lived firms have no site; bodies, chips and rules can be looked up.
    const isPublic = ['agency', 'organisation', 'chip'].includes(entity.value.category);
    if (isPublic && entity.value.background === undefined && entity.value.website === undefined)
      report(entity, 'background: missing, and there is no official site either');
  }
  for (const [file, labels] of Object.entries({ kinds, offices, constituencies: places })) {
    for (const [id, label] of Object.entries(labels)) {
      for (const language of cardLanguages)
        if (label[language] === undefined) report({ value: null, file: `lexicon/${file}.yaml`, line: 1 }, `${id}.${language}: missing`);
    }
  }
}

/** A host belongs to one outlet. */
function checkOutlets({ outlets }: PackSource, report: Report): void {
  const owners = new Map<string, Placed<{ id: string }>>();
  const ids = new Set<string>();
  for (const outlet of outlets) {
    if (ids.has(outlet.value.id)) report(outlet, `id: "${outlet.value.id}" is taken`);
    ids.add(outlet.value.id);
    for (const host of outlet.value.hosts) {
      const owner = owners.get(host);
      if (owner) report(outlet, `hosts: ${host} also belongs to "${owner.value.id}" (${owner.file}:${owner.line})`);
      else owners.set(host, outlet);
    }
  }
}
