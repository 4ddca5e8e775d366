import { expect, test } from 'vitest';
import { composeCard } from '../../src/background/card.ts';
import { markdown, plainText, reportText } from '../../src/card/copyText.ts';
import { type CardStrings, cardStrings } from '../../src/shared/cardStrings.ts';
import { type CardModel, noArticle } from '../../src/shared/model.ts';
import { dossierOf, entity, report, statement } from '../background/dossiers.ts';

const dossier = dossierOf({
  entities: [
    entity('bureau', {
      names: { en: 'The *Bureau*' },
      part: { text: { en: 'It may sell.', 'zh-Hans': '可以销售。' }, reports: [] },
      earlierParts: [{ until: '2026-02-06', text: { en: 'It may not sell.', 'zh-Hans': '不得销售。' }, reports: ['source'] }],
      background: { text: { en: 'It grants licences.', 'zh-Hans': '发放许可。' }, reports: ['source'] },
      statements: [statement('2026-01-15', 'Made a rule', ['source']), statement('2026-03-01', 'Came later')],
    }),
  ],
  reports: [{ ...report('source', '2026-01-14'), url: 'https://news.example/a_(b)' }],
});
const request = { ...noArticle, entity: 'bureau', published: '2026-02-05' };
const model = composeCard(request, 'en', dossier) as CardModel;
/** Each text is its own key, but for those with a place to fill. */
const strings: CardStrings = { ...cardStrings((key) => key), cardAsOf: 'edited up to $1', cardPartThen: 'On $1' };

test('a copied card gives each sentence with its source, and nothing from after the article', () => {
  const text = plainText(model, strings);
  expect(text).toBe(
    [
      'The *Bureau* · categoryAgency, bureau',
      'It grants licences.\n  The Example, Jan 14, 2026: Title of source https://news.example/a_(b)',
      'On Feb 5, 2026: It may not sell.\n  The Example, Jan 14, 2026: Title of source https://news.example/a_(b)',
      'Jan 15, 2026: Made a rule\n  The Example, Jan 14, 2026: Title of source https://news.example/a_(b)',
      'Newsgloss · edited up to Nov 1, 2026',
    ].join('\n\n'),
  );
});

test('Markdown links the sources, and takes nothing in a name for its own', () => {
  const text = markdown(model, strings);
  expect(text).toContain('**The \\*Bureau\\* · categoryAgency, bureau**');
  expect(text).toContain('It grants licences. ([The Example, Jan 14, 2026: Title of source](https://news.example/a_%28b%29))');
});

test('a report of a wrong card says which card it was, on which article', () => {
  const text = reportText(model, strings, 'https://news.example/article');
  expect(text).toContain('(bureau, en)');
  expect(text).toContain('https://news.example/article');
});
