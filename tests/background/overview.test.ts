import * as v from 'valibot';
import { expect, test } from 'vitest';
import { composeOverview } from '../../src/background/overview.ts';
import { noArticle, Overview } from '../../src/shared/model.ts';
import { dossierOf, entity, event, report, statement } from './dossiers.ts';

const dossier = dossierOf({
  entities: [
    entity('first', { events: ['shared', 'lone'], statements: [statement('2026-01', 'Of the first')], related: ['one', 'both'] }),
    entity('second', { events: ['shared'], statements: [statement('2026-03-01', 'Of the second')], related: ['both', 'self'] }),
  ],
  events: [event('shared', '2026-02-01', ['first', 'second', 'absent']), event('lone', '2025-12-01', ['first'])],
  reports: [report('one', '2026-02-04'), report('both', '2025-06-01'), report('self', '2026-02-05')],
});
const request = { ...noArticle, published: '2026-02-05', url: 'https://news.example/self', mentioned: ['first', 'unknown', 'second'] };
const overview = v.parse(Overview, composeOverview(request, 'en', dossier));

test('an overview keeps the order of the article’s names and leaves out unknown ones', () => {
  expect(overview.entities.map((one) => one.entity)).toEqual(['first', 'second']);
});

test('its story goes from the oldest to the newest, with what came since marked', () => {
  expect(overview.story.map(({ date, since, text }) => [date, since, text.text])).toEqual([
    ['2025-12-01', false, 'Event lone'],
    ['2026-01', false, 'Of the first'],
    ['2026-02-01', false, 'Event shared'],
    ['2026-03-01', true, 'Of the second'],
  ]);
});

test('an entry says which of the article’s names it is about', () => {
  expect(overview.story.find((entry) => entry.date === '2026-02-01')?.about.map((link) => link.entity)).toEqual(['first', 'second']);
});

test('reports about more of its names come first, and the article itself is none', () => {
  expect(overview.related.map((one) => one.title)).toEqual(['Title of both', 'Title of one']);
});
