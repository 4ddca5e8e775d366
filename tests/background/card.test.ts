import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { composeCard } from '../../src/background/card.ts';
import type { CardRequest } from '../../src/shared/messages.ts';
import { type CardLanguage, CardModel, noArticle } from '../../src/shared/model.ts';
import { dossierOf, entity, event, report, statement } from './dossiers.ts';

type Records = Parameters<typeof dossierOf>[0];

/** The card of an entity for an article of 5 February 2026, unless told otherwise. */
function card(id: string, records: Records, request: Partial<CardRequest> = {}, language: CardLanguage = 'en'): CardModel {
  const model = composeCard({ ...noArticle, entity: id, published: '2026-02-05', ...request }, language, dossierOf(records));
  return v.parse(CardModel, model);
}

test('an entity that the pack does not know has no card', () => {
  expect(composeCard({ ...noArticle, entity: 'nobody' }, 'en', dossierOf({ entities: [] }))).toBeNull();
});

describe('names', () => {
  const bureau = entity('bureau', { country: 'CN', names: { en: 'Bureau', 'zh-Hans': '总局', ja: '総局' } });

  test('the name is in the language of the card, beside the one in its own language', () => {
    const { name, nativeName } = card('bureau', { entities: [bureau] }, {}, 'ja');
    expect(name).toEqual({ text: '総局', language: 'ja' });
    expect(nativeName).toEqual({ text: '总局', language: 'zh-Hans' });
  });

  test('a card in its own language shows the name in Latin letters too', () => {
    expect(card('bureau', { entities: [bureau] }, {}, 'zh-Hans').nativeName).toEqual({ text: 'Bureau', language: 'en' });
  });

  test('a card without a name in its language falls back to English and says so', () => {
    expect(card('bureau', { entities: [bureau] }, {}, 'ko').name).toEqual({ text: 'Bureau', language: 'en' });
  });
});

describe('offices', () => {
  const title = (en: string) => ({ en, 'zh-Hans': `${en}职` });
  const person = entity('person', {
    category: 'official',
    offices: [
      { title: title('Deputy'), alone: false, org: 'bureau', from: '2024-01-01', to: '2026-03-01', reports: [] },
      { title: title('Head'), alone: false, org: 'bureau', from: '2026-03-01', reports: ['notice'] },
    ],
  });
  const bureau = entity('bureau', { names: { en: 'the Bureau', 'zh-Hans': '总局' } });
  const records = { entities: [person, bureau], reports: [report('notice', '2026-03-01')] };

  test('the office is the one of the article’s day, and the one of now stands beside it', () => {
    const { officesThen, officesNow } = card('person', records);
    expect(officesThen).toMatchObject([{ title: { text: 'Deputy, the Bureau' }, from: '2024-01-01' }]);
    expect(officesNow).toMatchObject([{ title: { text: 'Head, the Bureau' }, sources: [{ url: 'https://news.example/notice' }] }]);
  });

  test('an office that has not changed since is told once', () => {
    expect(card('person', records, { published: '2026-04-01' })).toMatchObject({
      officesThen: [{ title: { text: 'Head, the Bureau' } }],
      officesNow: [],
    });
  });

  test('Chinese puts the body first', () => {
    expect(card('person', records, {}, 'zh-Hans').officesThen[0]?.title.text).toBe('总局Deputy职');
  });

  test('where nothing but a last sight in office is known, that is told', () => {
    const seen = entity('seen', { category: 'official', offices: [{ title: title('Head'), alone: false, seen: '2026-01', reports: [] }] });
    expect(card('seen', { entities: [seen] }).officesThen).toMatchObject([{ from: null, to: null, seen: '2026-01' }]);
  });

  test('all offices are on record, the newest first', () => {
    expect(card('person', records).offices).toMatchObject([
      { title: { text: 'Head, the Bureau' }, from: '2026-03-01', to: null },
      { title: { text: 'Deputy, the Bureau' }, from: '2024-01-01', to: '2026-03-01' },
    ]);
  });
});

describe('before and since', () => {
  const chip = entity('chip', {
    category: 'chip',
    statements: [statement('2026-01-15', 'A rule', ['source']), statement('2026-02', 'In that month'), statement('2026-03-01', 'Later')],
    events: ['old', 'new'],
  });
  const records = {
    entities: [chip],
    events: [event('old', '2025-12-08', ['chip']), event('new', '2026-08-18', ['chip'])],
    reports: [report('source', '2026-01-15')],
  };

  test('statements come newest first, and those after the article are marked', () => {
    const { statements } = card('chip', records);
    expect(statements.map(({ date, since }) => [date, since])).toEqual([
      ['2026-03-01', true],
      ['2026-02', false],
      ['2026-01-15', false],
    ]);
  });

  test('events come oldest first', () => {
    expect(card('chip', records).timeline.map(({ date, since }) => [date, since])).toEqual([
      ['2025-12-08', false],
      ['2026-08-18', true],
    ]);
  });

  test('an event tells its detail in the language of the card, and its first four sources', () => {
    const reports = ['a', 'b', 'c', 'd', 'e'].map((id) => report(id, '2025-12-08'));
    const told = {
      ...event('old', '2025-12-08', ['chip']),
      detail: { en: 'Shares fell.', 'zh-Hans': '股价下跌。' },
      reports: ['e', 'a', 'b', 'c', 'd'],
    };
    const events = [told, event('new', '2026-08-18', ['chip'])];
    const [first, second] = card('chip', { ...records, events, reports }, {}, 'zh-Hans').timeline;
    expect(first?.detail).toEqual({ text: '股价下跌。', language: 'zh-Hans' });
    expect(first?.sources.map(({ url }) => url)).toEqual(['e', 'a', 'b', 'c'].map((id) => `https://news.example/${id}`));
    expect(second?.detail).toBeNull();
  });

  test('an article without a day is answered as of the pack, and nothing counts as later', () => {
    const model = card('chip', records, { published: null });
    expect(model).toMatchObject({ date: '2026-11-01', dated: false });
    expect([...model.statements, ...model.timeline].some((entry) => entry.since)).toBe(false);
  });

  test('each statement carries its sources; an unknown one is left out', () => {
    const known = card('chip', records).statements.find((one) => one.date === '2026-01-15');
    expect(known?.sources).toMatchObject([{ outlet: 'The Example', published: '2026-01-15', url: 'https://news.example/source' }]);
    expect(card('chip', { ...records, reports: [] }).statements.flatMap((one) => one.sources)).toEqual([]);
  });
});

describe('relations', () => {
  const chip = entity('chip', {
    category: 'chip',
    parent: 'maker',
    relations: [
      { kind: 'governed-by', inverse: false, to: 'rule', from: '2026-01-15', reports: [] },
      { kind: 'licenses', inverse: true, to: 'bureau', reports: [] },
    ],
  });
  const maker = entity('maker', { category: 'company', names: { en: 'The Maker' } });
  const records = { entities: [chip, maker, entity('rule', { category: 'policy' }), entity('bureau')] };

  test('those to entities of the article come first', () => {
    const relations = card('chip', records, { mentioned: ['chip', 'bureau'] }).relations;
    expect(relations.map(({ kind, inverse, to, here }) => [kind, inverse, to.entity, here])).toEqual([
      ['licenses', true, 'bureau', true],
      ['governed-by', false, 'rule', false],
      ['makes', true, 'maker', false],
    ]);
  });

  test('a maker is connected with the chips of the article, and a department with its bureaus', () => {
    expect(card('maker', records, { mentioned: ['chip'] }).relations).toMatchObject([
      { kind: 'makes', inverse: false, to: { entity: 'chip', category: 'chip' }, here: true },
    ]);
    const bodies = { entities: [entity('department'), entity('office', { parent: 'department' })] };
    expect(card('office', bodies).relations).toMatchObject([{ kind: 'part-of', inverse: false, to: { entity: 'department' } }]);
    expect(card('department', bodies, { mentioned: ['office'] }).relations).toMatchObject([{ kind: 'part-of', inverse: true }]);
  });

  test('a relation told twice is shown once, and one to an unknown entity not at all', () => {
    const twice = entity('twice', {
      parent: 'bureau',
      relations: [
        { kind: 'part-of', inverse: false, to: 'bureau', reports: [] },
        { kind: 'sued', inverse: false, to: 'nobody', reports: [] },
      ],
    });
    expect(card('twice', { entities: [twice, entity('bureau')] }).relations).toHaveLength(1);
  });
});

describe('to whom it answers', () => {
  const office = (org: string, from: string, to?: string) => ({
    title: { en: 'Head', 'zh-Hans': '主管' },
    alone: false,
    org,
    from,
    ...(to && { to }),
    reports: ['notice'],
  });
  const person = entity('person', {
    category: 'official',
    offices: [office('bureau', '2026-03-01'), office('office', '2024-01-01', '2026-03-01')],
  });
  const bureau = entity('bureau', { parent: 'department' });
  const records = {
    entities: [
      person,
      bureau,
      entity('office'),
      entity('department'),
      entity('maker', { category: 'company' }),
      entity('chip', { category: 'chip', parent: 'maker' }),
      entity('law', { category: 'policy', parent: 'bureau' }),
      entity('rule', {
        category: 'policy',
        parent: 'bureau',
        relations: [{ kind: 'made-rule', inverse: true, to: 'bureau', reports: [] }],
      }),
    ],
    reports: [report('notice', '2026-03-01')],
  };
  const above = (id: string, request: Partial<CardRequest> = {}) =>
    card(id, records, request).answersTo.map(({ kind, inverse, to }) => [kind, inverse, to.entity]);

  test('is told though the article names none of them', () => {
    expect(above('bureau')).toEqual([['part-of', false, 'department']]);
    expect(above('chip')).toEqual([['makes', true, 'maker']]);
    expect(above('law')).toEqual([['responsible-for', true, 'bureau']]);
    expect(above('rule')).toEqual([['made-rule', true, 'bureau']]);
    expect(above('department')).toEqual([]);
  });

  test('is the body of a person’s office on the article’s day, with the source of the office', () => {
    expect(above('person')).toEqual([['works-for', false, 'office']]);
    expect(above('person', { published: '2026-03-01' })).toEqual([['works-for', false, 'bureau']]);
    expect(card('person', records).answersTo[0]).toMatchObject({ here: false, sources: [{ url: 'https://news.example/notice' }] });
  });

  test('a body is connected with those of its people whom the article names', () => {
    expect(card('office', records, { mentioned: ['person'] }).relations).toMatchObject([
      { kind: 'works-for', inverse: true, to: { entity: 'person' }, here: true },
    ]);
    expect(card('office', records).relations).toEqual([]);
  });

  test('is what a person leads, and not what a body leads', () => {
    const leads = { relations: [{ kind: 'leads' as const, inverse: false, to: 'bureau', reports: [] }] };
    const entities = [...records.entities, entity('chief', { category: 'official', ...leads }), entity('council', leads)];
    expect(card('chief', { ...records, entities }).answersTo).toHaveLength(1);
    expect(card('council', { ...records, entities }).answersTo).toEqual([]);
  });

  test('what was over by then, or had not begun, does not count', () => {
    const sold = entity('sold', {
      category: 'company',
      relations: [
        { kind: 'owns', inverse: true, to: 'maker', until: '2026-02-01', reports: [] },
        { kind: 'owns', inverse: true, to: 'bureau', from: '2026-03', reports: [] },
        { kind: 'owns', inverse: true, to: 'department', from: '2026-02-01', reports: [] },
      ],
    });
    const { answersTo } = card('sold', { ...records, entities: [...records.entities, sold] });
    expect(answersTo.map(({ to }) => to.entity)).toEqual(['department']);
  });
});

test('a person without a sentence of their own has that of the body, and its site', () => {
  const background = { text: { en: 'Writes the rules.', 'zh-Hans': '制定规则。' }, reports: ['notice'] };
  const bureau = entity('bureau', { background, website: 'https://bureau.example' });
  const office = { title: { en: 'Head', 'zh-Hans': '局长' }, alone: false, org: 'bureau', from: '2024', reports: [] };
  const person = entity('person', { category: 'official', offices: [office] });
  const records = { entities: [bureau, person, { ...person, id: 'known', background }], reports: [report('notice', '2026-03-01')] };
  expect(card('person', records)).toMatchObject({
    about: { text: { text: 'Writes the rules.' }, sources: [{ url: 'https://news.example/notice' }] },
    website: 'https://bureau.example',
  });
  expect(card('known', records).about).toBeNull();
});

test('a disputed question has its sides in the order of time, and what settled it', () => {
  const says = (en: string) => ({ en, 'zh-Hans': en });
  const claim = {
    id: 'border',
    question: says('Was it stopped?'),
    entities: ['chip'],
    sides: [
      { date: '2026-01-22', says: says('It passed.'), reports: ['second'] },
      { date: '2026-01-14', says: says('It was stopped.'), reports: ['first'] },
    ],
    settled: { date: '2026-08', text: says('It came in.'), reports: ['second'] },
  };
  const records = {
    entities: [entity('chip', { claims: ['border', 'unknown'] })],
    claims: [claim],
    reports: [report('first', '2026-01-14'), report('second')],
  };
  expect(card('chip', records).claims).toMatchObject([
    {
      question: { text: 'Was it stopped?' },
      sides: [
        { date: '2026-01-14', since: false, sources: [{ url: 'https://news.example/first' }] },
        { date: '2026-01-22', since: false },
      ],
      settled: { date: '2026-08', since: true },
    },
  ]);
});

test('figures keep the value as their sources write it', () => {
  const figure = { label: { en: 'Memory', 'zh-Hans': '内存' }, value: '141 GB', reports: ['source'] };
  const records = { entities: [entity('chip', { figures: [figure] })], reports: [report('source')] };
  expect(card('chip', records, {}, 'zh-Hans').figures).toMatchObject([
    { label: { text: '内存', language: 'zh-Hans' }, value: '141 GB', sources: [{ title: 'Title of source' }] },
  ]);
});

test('related reports come nearest to the article first, without the article itself', () => {
  const records = {
    entities: [entity('chip', { related: ['undated', 'far', 'self', 'near', 'later'] })],
    reports: [
      report('undated'),
      report('far', '2025-01-01'),
      report('self', '2026-02-05'),
      report('near', '2026-02-04'),
      report('later', '2026-02-09'),
    ],
  };
  const { related } = card('chip', records, { url: 'https://news.example/self' });
  expect(related.map(({ url, since }) => [url.slice('https://news.example/'.length), since])).toEqual([
    ['near', false],
    ['later', true],
    ['far', false],
    ['undated', false],
  ]);
});

test('a part told from reports after the article says as of when', () => {
  const part = { text: { en: 'Sells it.', 'zh-Hans': '销售它。' }, reports: ['early', 'late'] };
  const reports = [report('early', '2026-01-01'), report('late', '2026-08-01')];
  const records = { entities: [entity('maker', { part })], reports };
  expect(card('maker', records).partSince).toBe(true);
  expect(card('maker', records, { published: '2026-09-01' }).partSince).toBe(false);
});

test('a part that was another on the day of the article is told as it was, then as it is', () => {
  const text = (en: string) => ({ en, 'zh-Hans': `${en}（中文）` });
  const earlierParts = [
    { from: '2025-12-01', until: '2026-01-15', text: text('Barred.'), reports: ['early'] },
    { from: '2026-01-15', until: '2026-08-01', text: text('Waits.'), reports: ['later'] },
  ];
  const records = {
    entities: [entity('chip', { part: { text: text('Sold.'), reports: ['late'] }, earlierParts })],
    reports: [report('early', '2025-12-01'), report('later', '2026-02-01'), report('late', '2026-08-01')],
  };
  const on = (published: string | null) => card('chip', records, { published });
  expect(on('2025-11-30').partThen).toBeNull();
  expect(on('2026-01-14').partThen).toMatchObject({ text: { text: 'Barred.' }, sources: [{ published: '2025-12-01' }] });
  expect(on('2026-01-15').partThen?.text.text).toBe('Waits.');
  expect(on('2026-01-15').part?.text).toBe('Sold.');
  expect(on('2026-08-01').partThen).toBeNull();
  expect(on(null).partThen).toBeNull();
});
