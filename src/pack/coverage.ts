/** What the packs cover and where they have grown old, counted for the editor. */
import { type Category, categories } from '../shared/categories.ts';
import { type CardLanguage, cardLanguages } from '../shared/model.ts';
import type { Placed } from './read.ts';
import type { Entity } from './schema.ts';
import type { PackSource } from './source.ts';

/** How far the entities of a category are told of; `entities` counts all of them. */
export interface CategoryCoverage {
  category: Category;
  entities: number;
  background: number;
  part: number;
  withStatements: number;
  statements: number;
}

/** How many texts stand in a language, beside how many there are in any. */
export interface LanguageCoverage {
  language: CardLanguage;
  names: number;
  backgrounds: number;
  statements: number;
  eventTitles: number;
  eventDetails: number;
  reports: number;
}

/** What is dated in a month (`YYYY-MM`). */
export interface MonthCoverage {
  month: string;
  events: number;
  statements: number;
  reports: number;
}

/** An entity with the date of the newest thing said about it. */
export interface NewestNews {
  id: string;
  date: string;
}

/** Entities of the story by category; the directory's short cards are left out. */
export function categoryCoverage(source: PackSource): CategoryCoverage[] {
  const entities = storyEntities(source);
  return categories.map((category) => {
    const own = entities.filter((entity) => entity.category === category);
    return {
      category,
      entities: own.length,
      background: own.filter((entity) => entity.background !== undefined).length,
      part: own.filter((entity) => entity.part !== undefined).length,
      withStatements: own.filter((entity) => entity.statements.length > 0).length,
      statements: own.reduce((sum, entity) => sum + entity.statements.length, 0),
    };
  });
}

/** Texts of the story by language of the cards. */
export function languageCoverage(source: PackSource): LanguageCoverage[] {
  const entities = storyEntities(source);
  const events = source.events.map(({ value }) => value);
  const statements = entities.flatMap((entity) => entity.statements);
  return cardLanguages.map((language) => {
    const has = (text: Partial<Record<CardLanguage, string>> | undefined) => text?.[language] !== undefined;
    return {
      language,
      names: entities.filter((entity) => has(entity.names)).length,
      backgrounds: entities.filter((entity) => has(entity.background?.text)).length,
      statements: statements.filter(({ text }) => has(text)).length,
      eventTitles: events.filter(({ title }) => has(title)).length,
      eventDetails: events.filter(({ detail }) => has(detail)).length,
      reports: source.reports.filter(({ value }) => value.language === language).length,
    };
  });
}

/** Events, statements and reports of each month from the first event on to `asOf`, empty months too. */
export function monthCoverage(source: PackSource): MonthCoverage[] {
  const events = countMonths(source.events.map(({ value }) => value.date));
  const statements = countMonths(storyEntities(source).flatMap((entity) => entity.statements.map(({ date }) => date)));
  const reports = countMonths(source.reports.flatMap(({ value }) => value.published ?? []));
  const first = [...events.keys()].sort()[0];
  if (first === undefined) return [];
  return monthsBetween(first, monthOf(source.header.asOf)).map((month) => ({
    month,
    events: events.get(month) ?? 0,
    statements: statements.get(month) ?? 0,
    reports: reports.get(month) ?? 0,
  }));
}

/** How many statements are at most so many months old on the day of `asOf`; the last count is of older ones. */
export function statementAges(source: PackSource, limits: readonly number[]): number[] {
  const counts = [...limits, Number.POSITIVE_INFINITY].map(() => 0);
  for (const entity of storyEntities(source)) {
    for (const { date } of entity.statements) {
      const age = monthsApart(date, source.header.asOf);
      const at = limits.findIndex((limit) => age <= limit);
      const slot = at < 0 ? limits.length : at;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return counts;
}

/** Entities of the story by the newest statement, event or dated report about them, the oldest first. */
export function oldestNews(source: PackSource): NewestNews[] {
  const newest = new Map<string, string>();
  const see = (id: string, date: string) => {
    if (date > (newest.get(id) ?? '')) newest.set(id, date);
  };
  for (const entity of storyEntities(source)) for (const { date } of entity.statements) see(entity.id, date);
  for (const { value } of source.events) for (const id of value.entities) see(id, value.date);
  for (const { value } of source.reports) for (const id of value.about) if (value.published !== undefined) see(id, value.published);
  const story = new Set(storyEntities(source).map(({ id }) => id));
  return [...newest]
    .filter(([id]) => story.has(id))
    .map(([id, date]) => ({ id, date }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

/** Offices that no report supports, as `person: office`. Cards do not show them. */
export function officesWithoutSource(source: PackSource): string[] {
  return source.entities.flatMap(({ value }) =>
    value.roles.filter((role) => role.reports === undefined).map((role) => `${value.id}: ${role.office}`),
  );
}

/** Ids of the story's entities of which no dated fact is told. */
export function entitiesWithoutStatements(source: PackSource): string[] {
  return storyEntities(source)
    .filter((entity) => entity.statements.length === 0)
    .map(({ id }) => id);
}

function storyEntities({ entities }: PackSource): Entity[] {
  return entities.filter(isOfStory).map(({ value }) => value);
}

function isOfStory({ file }: Placed<Entity>): boolean {
  return !file.startsWith('directory');
}

function countMonths(dates: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const date of dates) counts.set(monthOf(date), (counts.get(monthOf(date)) ?? 0) + 1);
  return counts;
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}

function monthsBetween(first: string, last: string): string[] {
  const start = monthNumber(first);
  return Array.from({ length: monthNumber(last) - start + 1 }, (_, index) => {
    const month = start + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function monthsApart(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from);
}

/** Months since the year 0; a bare year counts as its January. */
function monthNumber(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month - 1;
}
