/** A card about nothing: drawn unseen before the first answer is there, it readies what every card needs. */
import type { CardWords } from '../shared/messages.ts';
import type { CardModel, Text } from '../shared/model.ts';
import type { CardState } from './Card.tsx';

/** A card with one of each part that can stand in its first view, in the reader's own letters. */
export function specimen({ strings, language }: CardWords): CardState {
  const date = '2000-01-01';
  const text: Text = { text: strings.cardLoading, language };
  const sources = [{ title: '', outlet: strings.cardOfficial, published: date, language, url: 'https://example.org/' }];
  const model: CardModel = {
    entity: '',
    language,
    category: 'agency',
    name: text,
    nativeName: text,
    kind: text,
    country: 'US',
    officesThen: [{ title: text, from: date, to: null, seen: null, sources }],
    officesNow: [],
    background: text,
    backgroundSources: sources,
    partThen: null,
    part: text,
    partSources: sources,
    partSince: false,
    answersTo: [
      {
        kind: 'part-of',
        inverse: false,
        to: { entity: '', name: text, category: 'agency' },
        from: date,
        until: null,
        sources,
        here: false,
      },
    ],
    about: null,
    website: null,
    offices: [],
    figures: [],
    statements: [false, true].map((since) => ({ date, text, detail: null, certainty: 'reported', sources, since })),
    timeline: [],
    relations: [],
    claims: [],
    related: [],
    date,
    dated: true,
    asOf: date,
  };
  return { is: 'shown', model, strings, sources: [], address: null };
}
