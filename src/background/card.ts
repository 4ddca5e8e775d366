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
  HeldOffice,
  RelatedReport,
  SourcedText,
  Text,
} from '../shared/model.ts';
import { nameOf } from './names.ts';
import { joined, packReportsNear } from './related.ts';
import { answersTo, relationsOf } from './relations.ts';
import { sourcesOf } from './sources.ts';
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
  const then = officesOn(entity, date, language, dossier);
  const now = officesOn(entity, asOf, language, dossier);
  const relations = relationsOf(entity, request.mentioned, day, language, dossier);
  const above = answersTo(entity, relations, day);
  const foremost = above[0] && dossier.entity(above[0].to.entity);
  return {
    entity: entity.id,
    language,
    category: entity.category,
    name: names.name,
    nativeName: names.native,
    kind: textIn(entity.kind, language),
    country: entity.country ?? null,
    officesThen: then,
    officesNow: isSameAs(now, then) ? [] : now,
    background: entity.background ? textIn(entity.background.text, language) : null,
    backgroundSources: entity.background ? sources(entity.background.reports) : [],
    partThen: partBefore(entity, day, language, dossier),
    part: entity.part ? textIn(entity.part.text, language) : null,
    partSources,
    partSince: dated && partSources.some((source) => source.published !== null && source.published > date),
    website: entity.website ?? foremost?.website ?? null,
    offices: careerOf(entity, language, dossier),
    figures: entity.figures.map(({ label, value, reports }) => ({ label: textIn(label, language), value, sources: sources(reports) })),
    statements: statementsOf(entity, day, language, dossier).sort(newestFirst),
    timeline: entity.events.flatMap((id) => {
      const event = dossier.event(id);
      return event ? [datedEvent(event, day, language, dossier)] : [];
    }),
    answersTo: above,
    about: entity.background === undefined ? sourced(foremost?.background, language, dossier) : null,
    relations,
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
  return sourced(then, language, dossier);
}

/** A sentence of the pack with what it rests on; null where there is none. */
function sourced(told: EntityRecord['background'], language: CardLanguage, dossier: Dossier): SourcedText | null {
  return told ? { text: textIn(told.text, language), sources: sourcesOf(told.reports, dossier) } : null;
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

/** The offices held on a day, the newest first, at most two. */
function officesOn(entity: EntityRecord, day: string, language: CardLanguage, dossier: Dossier): HeldOffice[] {
  return careerOf({ ...entity, offices: entity.offices.filter((office) => isHeldOn(office, day)) }, language, dossier).slice(0, 2);
}

function isSameAs(now: readonly HeldOffice[], then: readonly HeldOffice[]): boolean {
  return now.length === then.length && now.every(({ title }, index) => title.text === then[index]?.title.text);
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
      seen: office.from === undefined && office.to === undefined ? (office.seen ?? null) : null,
      sources: sourcesOf(office.reports, dossier),
    }));
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
