/** The card of an entity, for one article and one reader: what was known on the article's day, and what came since. */
import type { ClaimRecord, Dossier, EntityRecord, EventRecord, OfficeRecord } from '../pack/dossier.ts';
import { textIn } from '../pack/schema.ts';
import type { CardRequest } from '../shared/messages.ts';
import type {
  CardLanguage,
  CardModel,
  ClaimSide,
  DatedText,
  DisputedClaim,
  EntityLink,
  HeldOffice,
  RelatedReport,
  Relation,
  Source,
  Text,
} from '../shared/model.ts';
import { joined, packReportsNear } from './related.ts';
import { type ArticleDay, articleDay, isHeldOn, isSince } from './time.ts';

/** Most reports that a card lists as related. */
export const MOST_RELATED = 12;
/** Most sources shown for an event, which names every report that tells it, those it rests on first. */
const MOST_EVENT_SOURCES = 4;

/** Composes a card, with reports near the article that name the entity; null where the pack does not know it. */
export function composeCard(
  request: CardRequest,
  language: CardLanguage,
  dossier: Dossier,
  near: readonly RelatedReport[] = [],
): CardModel | null {
  const entity = dossier.entity(request.entity);
  if (entity === undefined) return null;
  const { asOf } = dossier.pack;
  const day = articleDay(request.published, dossier);
  const { date, dated } = day;
  const names = nameOf(entity, language);
  const sources = (ids: readonly string[]) => sourcesOf(ids, dossier);
  const partSources = entity.part ? sources(entity.part.reports) : [];
  const then = officeOn(entity, date, language, dossier);
  const now = officeOn(entity, asOf, language, dossier);
  return {
    entity: entity.id,
    language,
    category: entity.category,
    name: names.name,
    nativeName: names.native,
    kind: textIn(entity.kind, language),
    country: entity.country ?? null,
    office: then,
    officeNow: now !== null && now.text !== then?.text ? now : null,
    background: entity.background ? textIn(entity.background.text, language) : null,
    backgroundSources: entity.background ? sources(entity.background.reports) : [],
    partThen: partBefore(entity, day, language, dossier),
    part: entity.part ? textIn(entity.part.text, language) : null,
    partSources,
    partSince: dated && partSources.some((source) => source.published !== null && source.published > date),
    website: entity.website ?? null,
    offices: careerOf(entity, language, dossier),
    figures: entity.figures.map(({ label, value, reports }) => ({ label: textIn(label, language), value, sources: sources(reports) })),
    statements: statementsOf(entity, day, language, dossier).sort(newestFirst),
    timeline: entity.events.flatMap((id) => {
      const event = dossier.event(id);
      return event ? [datedEvent(event, day, language, dossier)] : [];
    }),
    relations: relationsOf(entity, request.mentioned, language, dossier),
    claims: entity.claims.flatMap((id) => {
      const claim = dossier.claim(id);
      return claim ? [disputed(claim, day, language, dossier)] : [];
    }),
    related: relatedTo(entity, request, near, day, dossier),
    date,
    dated,
    asOf,
  };
}

/** The part that an entity had when an article was written; null where it is today's, or is not on record. */
function partBefore(
  { earlierParts }: EntityRecord,
  { date, dated }: ArticleDay,
  language: CardLanguage,
  dossier: Dossier,
): CardModel['partThen'] {
  const then = dated ? earlierParts.find(({ from = '', until }) => from <= date && date < until) : undefined;
  return then ? { text: textIn(then.text, language), sources: sourcesOf(then.reports, dossier) } : null;
}

/** What is on record about an entity, in the pack's own order. */
export function statementsOf(entity: EntityRecord, day: ArticleDay, language: CardLanguage, dossier: Dossier): DatedText[] {
  return entity.statements.map(({ date, text, certainty, reports }) => ({
    date,
    text: textIn(text, language),
    detail: null,
    certainty,
    sources: sourcesOf(reports, dossier),
    since: isSince(date, day),
  }));
}

export function datedEvent(event: EventRecord, day: ArticleDay, language: CardLanguage, dossier: Dossier): DatedText {
  return {
    date: event.date,
    text: textIn(event.title, language),
    detail: event.detail ? textIn(event.detail, language) : null,
    certainty: event.certainty,
    sources: sourcesOf(event.reports, dossier).slice(0, MOST_EVENT_SOURCES),
    since: isSince(event.date, day),
  };
}

/** A disputed question; what settled it later than the article stands among what came since. */
function disputed(claim: ClaimRecord, day: ArticleDay, language: CardLanguage, dossier: Dossier): DisputedClaim {
  const side = (date: string, text: ClaimRecord['question'], reports: readonly string[]): ClaimSide => ({
    date,
    text: textIn(text, language),
    sources: sourcesOf(reports, dossier),
    since: isSince(date, day),
  });
  const { question, sides, settled } = claim;
  return {
    question: textIn(question, language),
    sides: sides.map(({ date, says, reports }) => side(date, says, reports)).sort((a, b) => newestFirst(b, a)),
    settled: settled ? side(settled.date, settled.text, settled.reports) : null,
  };
}

/** Relations to entities of the article first, each pair of kind and entity once. */
function relationsOf(entity: EntityRecord, mentioned: readonly string[], language: CardLanguage, dossier: Dossier): Relation[] {
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
    if (parent) add(...belonging(entity, parent), parent.id);
  }
  for (const id of here) {
    const child = dossier.entity(id);
    if (child?.parent !== entity.id) continue;
    const [kind, inverse] = belonging(child, entity);
    add(kind, !inverse, child.id);
  }
  return [...found.values()].sort((a, b) => Number(b.here) - Number(a.here));
}

/** How a child stands to its parent: chips are made by companies, all else is part of what it belongs to. */
function belonging(child: EntityRecord, parent: EntityRecord): [kind: Relation['kind'], inverse: boolean] {
  return child.category === 'chip' && parent.category === 'company' ? ['makes', true] : ['part-of', false];
}

export function linkTo(entity: EntityRecord, language: CardLanguage): EntityLink {
  return { entity: entity.id, name: nameOf(entity, language).name, category: entity.category };
}

/** Languages in which countries write the names of their bodies and people. */
const nativeLanguages: Record<string, string> = {
  CN: 'zh-Hans',
  TW: 'zh-Hant',
  HK: 'zh-Hant',
  MO: 'zh-Hant',
  KR: 'ko',
  KP: 'ko',
  JP: 'ja',
  DE: 'de',
  AT: 'de',
  FR: 'fr',
  ES: 'es',
  MX: 'es',
  US: 'en',
  GB: 'en',
  CA: 'en',
  AU: 'en',
  SG: 'en',
  IN: 'en',
};

function nameOf(entity: EntityRecord, language: CardLanguage): { name: Text; native: Text | null } {
  const name = textIn(entity.names as EntityRecord['kind'], language);
  const own = entity.country === undefined ? undefined : nativeLanguages[entity.country];
  // In a card of another script the reader also meets the name in Latin letters.
  const candidates = [own, 'en'].filter((one): one is string => one !== undefined && one !== name.language);
  for (const candidate of candidates) {
    const text = entity.names[candidate];
    if (text !== undefined && text !== name.text) return { name, native: { text, language: candidate } };
  }
  return { name, native: null };
}

/** The offices held on a day, the newest first, at most two. */
function officeOn(entity: EntityRecord, day: string, language: CardLanguage, dossier: Dossier): Text | null {
  const held = entity.offices.filter((office) => isHeldOn(office, day)).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  const texts = held.slice(0, 2).map((office) => officeText(office, language, dossier));
  const [first] = texts;
  if (first === undefined) return null;
  return { text: [...new Set(texts.map((text) => text.text))].join(language === 'en' ? '; ' : '；'), language: first.language };
}

/** "Director, Office of Science and Technology Policy", 白宫科技政策办公室主任. */
function officeText(office: OfficeRecord, language: CardLanguage, dossier: Dossier): Text {
  const title = textIn(office.title, language);
  const place = office.place ? textIn(office.place, title.language as CardLanguage).text : null;
  const org = office.org === undefined || office.alone ? undefined : dossier.entity(office.org);
  const body = org ? textIn(org.names as EntityRecord['kind'], title.language as CardLanguage).text : null;
  const spaced = title.language === 'en' || title.language === 'ko';
  const parts = title.language === 'en' ? [title.text, place ? `(${place})` : null, body ? `, ${body}` : null] : [body, place, title.text];
  const text = parts
    .filter((part) => part !== null)
    .join(spaced ? ' ' : '')
    .replace(' ,', ',');
  return { text, language: title.language };
}

/** All offices on record, the newest first; those without a known time come last. */
function careerOf(entity: EntityRecord, language: CardLanguage, dossier: Dossier): HeldOffice[] {
  return entity.offices
    .toSorted((a, b) => ((a.from ?? a.seen ?? '') < (b.from ?? b.seen ?? '') ? 1 : -1))
    .map((office) => ({
      title: officeText(office, language, dossier),
      from: office.from ?? null,
      to: office.to ?? null,
      sources: sourcesOf(office.reports, dossier),
    }));
}

function sourcesOf(ids: readonly string[], dossier: Dossier): Source[] {
  return ids.flatMap((id) => sourceOf(dossier, id) ?? []);
}

function sourceOf(dossier: Dossier, id: string): Source | null {
  const report = dossier.report(id);
  if (report === undefined) return null;
  return { title: report.title, outlet: report.outlet, published: report.published ?? null, language: report.language, url: report.url };
}

/** Reports near the article that name the entity, then those that the pack ties to it. */
function relatedTo(
  entity: EntityRecord,
  { url }: CardRequest,
  near: readonly RelatedReport[],
  day: ArticleDay,
  dossier: Dossier,
): RelatedReport[] {
  return joined(near, packReportsNear(entity.related, url, day, dossier)).slice(0, MOST_RELATED);
}

function newestFirst(a: { date: string }, b: { date: string }): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
}
