import { describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { useBrowser } from './reader.ts';

/** What is read of each kind of page, in either browser. */
const read = {
  'graph.html': {
    isArticle: true,
    outlet: 'Fixture Times',
    published: '2026-02-04',
    updated: '2026-02-05',
    title: 'Commission puts off its decision',
  },
  'broken-json.html': { isArticle: true, published: '2026-02-04' },
  'microdata.html': { isArticle: true, published: '2026-02-04' },
  'local-day.html': { isArticle: true, published: '2026-02-03' },
  'dateline.html': { isArticle: true, published: '2026-02-04', language: 'ja', address: 'https://shimbun.example/articles/123456' },
  'hours-ago.html': { isArticle: true, published: null, language: 'de' },
  'side-frame.html': { isArticle: true, published: '2026-02-04' },
  'amp.html': { isArticle: true, published: '2026-02-04', language: 'en' },
  'stub.html': { isArticle: true, published: '2026-02-04', title: 'What the commission fears' },
  'plain-headline.html': { isArticle: true, published: '2026-02-04', language: 'zh-Hans', title: '委员会再度推迟决定' },
  'framed-text.html': { isArticle: true, published: '2026-02-04', language: 'de' },
  'titled-day.html': { isArticle: true, published: '2026-02-04' },
  'day-below.html': { isArticle: true, published: '2026-02-04' },
  'moved-file.html': { isArticle: true, published: '2026-02-04' },
  'solar-year.html': { isArticle: true, published: '2026-02-04' },
  'unnamed-data.html': { isArticle: true, published: '2026-02-04' },
  'day-below-standfirst.html': { isArticle: true, published: '2026-02-04', title: 'Kommission vertagt ihre Entscheidung – wieder' },
  'site-heading.html': { isArticle: true, published: '2026-02-04', title: '委员会再度推迟加速器出口的决定' },
  'section.html': { isArticle: false },
  'recipe.html': { isArticle: false },
  'episode.html': { isArticle: false },
  'about-us.html': { isArticle: false },
  'meetings.html': { isArticle: false },
  'paper.html': { isArticle: false },
  'terms.html': { isArticle: false },
  'question.html': { isArticle: false },
  'reference-work.html': { isArticle: false },
};

describe.each(browserNames)('a page in %s', (name) => {
  const { visit } = useBrowser(name);

  test.each(Object.entries(read))('of the kind of %s is told for what it is', async (file, expected) => {
    const tab = await visit(`kinds/${file}`);
    expect(await tab.report()).toMatchObject(expected);
  });

  test('is read with its captions, tables and lists, without what stands around them', async () => {
    const tab = await visit('kinds/side-frame.html');
    const { text } = await tab.report();
    for (const part of ['put off its decision', 'The building of the commission', 'First', '2,000 units', 'A first point'])
      expect(text).toContain(part);
    for (const part of ['Markets:', 'READ ALSO', 'subscriber_greeting', 'Sign up here', 'More from', 'Harbour', 'Orchestra', 'Bridge'])
      expect(text).not.toContain(part);
    for (const part of ['Read more', 'On the same subject', 'Museum', 'Library', 'Market hall', 'Theatre', 'The cookie'])
      expect(text).not.toContain(part);
  });

  test('is read inside a frame that is named like what it is not, without what that name is true of', async () => {
    const tab = await visit('kinds/framed-text.html');
    const { text } = await tab.report();
    for (const part of ['Vor der Sitzung', 'hat am Mittwoch wieder getagt', 'Eine Sprecherin', 'Ein erster Punkt', 'Bis dahin gelten'])
      expect(text).toContain(part);
    for (const part of [
      'Teilen Sie',
      'Auch interessant',
      'Der Hafen',
      'Das Orchester',
      'Mehr zum Thema',
      'Brücke',
      'Wer über den Fluss',
      'Einwilligung',
    ])
      expect(text).not.toContain(part);
  });
});
