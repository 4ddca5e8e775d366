/** The card of an entity, for one article and one reader: what was known on the article's day, and what came since. */
import type { Dossier, EntityRecord, EventRecord, OfficeRecord } from '../pack/dossier.ts';
import { textIn } from '../pack/schema.ts';
import type { CardRequest } from '../shared/messages.ts';
import type { CardLanguage, CardModel, DatedText, RelatedReport, Source, Text } from '../shared/model.ts';
import { isAfter, isHeldOn } from './time.ts';

/** Most reports that a card lists as related. */
const MOST_RELATED = 12;

/** Composes a card; null where the pack does not know the entity. */
export function composeCard(request: CardRequest, language: CardLanguage, dossier: Dossier): CardModel | null {
  const entity = dossier.entity(request.entity);
  if (entity === undefined) return null;
  const { asOf } = dossier.pack;
  const dated = request.published !== null;
  const date = request.published ?? asOf;
  const names = nameOf(entity, language);
  const sources = (ids: readonly string[]) => ids.flatMap((id) => sourceOf(dossier, id) ?? []);
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
    part: entity.part ? textIn(entity.part.text, language) : null,
    partSources: entity.part ? sources(entity.part.reports) : [],
    website: entity.website ?? null,
    statements: entity.statements
      .map(
        (statement): DatedText => ({
          date: statement.date,
          text: textIn(statement.text, language),
          certainty: statement.certainty,
          sources: sources(statement.reports),
          since: dated && isAfter(statement.date, date),
        }),
      )
      .sort(newestFirst),
    timeline: entity.events.flatMap((id) => {
      const event = dossier.event(id);
      return event ? [datedEvent(event, date, dated, language, sources(event.reports))] : [];
    }),
    related: relatedTo(entity, request, date, dated, dossier),
    date,
    dated,
    asOf,
  };
}

function datedEvent(event: EventRecord, date: string, dated: boolean, language: CardLanguage, sources: Source[]): DatedText {
  return {
    date: event.date,
    text: textIn(event.title, language),
    certainty: event.certainty,
    sources,
    since: dated && isAfter(event.date, date),
  };
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

function sourceOf(dossier: Dossier, id: string): Source | null {
  const report = dossier.report(id);
  if (report === undefined) return null;
  return { title: report.title, outlet: report.outlet, published: report.published ?? null, language: report.language, url: report.url };
}

/** Reports about the entity, those nearest in time to the article first; the article itself is left out. */
function relatedTo(entity: EntityRecord, { url }: CardRequest, date: string, dated: boolean, dossier: Dossier): RelatedReport[] {
  const distance = (published: string | null) =>
    published === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(published) - Date.parse(date));
  return entity.related
    .flatMap((id) => sourceOf(dossier, id) ?? [])
    .filter((source) => source.url !== url)
    .sort((a, b) => distance(a.published) - distance(b.published))
    .slice(0, MOST_RELATED)
    .map((source) => ({ ...source, since: dated && source.published !== null && source.published > date }));
}

function newestFirst(a: { date: string }, b: { date: string }): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
}
