import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import type { PageReport } from '../../src/shared/messages.ts';
import { story as licences } from './frameworks/story.ts';
import { clickOn, eventually, openCard, painted, pairsOf, useBrowser, type Visit } from './reader.ts';

interface Story {
  title: string;
  day: string;
  paragraphs: string[];
}

const hearing: Story = {
  title: 'Senators hear from the head of the export bureau',
  day: '2026-03-02',
  paragraphs: [
    'The Bureau of Industry and Security (BIS) told the Senate Banking Committee on Monday how it checks buyers of chips.',
    'BIS has hired more people abroad, it said, and asked Congress for money to hire again in the coming year if it can.',
    'Elizabeth Warren asked why so few cases had been brought. Warren said that the committee would look into it by summer.',
  ],
};

/** A story as long as those that others follow on the same page. */
const long = (story: Story): Story => ({
  ...story,
  paragraphs: [
    ...story.paragraphs,
    ...Array(5).fill(
      'The talks go on, and nobody who takes part in them would say when they might end or what could be agreed before the summer; a spokesman declined to comment on any of it, as he had on each of the days before, and others did not answer their telephones at all.',
    ),
  ],
});

/** Draws a story as a framework would: all nodes new, the metadata with it. */
function draw(page: Page, story: Story, into = '#root'): Promise<void> {
  return page.evaluate(
    ({ title, day, paragraphs }: Story, selector: string) => {
      document.title = title;
      document.querySelector('meta[property="og:type"]')?.setAttribute('content', 'article');
      const article = document.createElement('article');
      const heading = document.createElement('h1');
      heading.textContent = title;
      const time = document.createElement('time');
      time.dateTime = day;
      time.textContent = day;
      article.append(heading, time);
      for (const text of paragraphs) {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        article.append(paragraph);
      }
      document.querySelector(selector)?.replaceChildren(article);
    },
    story,
    into,
  );
}

/** The report as soon as it is as wanted. */
function reportOf(tab: Visit, isWanted: (report: PageReport) => boolean): Promise<PageReport> {
  return eventually(tab.report, isWanted);
}

const total = async (page: Page) => Object.values(await painted(page)).reduce((sum, count) => sum + count, 0);

describe.each(browserNames)('a page that lives, in %s', (name) => {
  const { visit, site, extension } = useBrowser(name);

  test('is marked when its article comes late', async () => {
    const tab = await visit('app.html');
    expect((await tab.report()).isArticle).toBe(false);
    await draw(tab.page, licences);
    const report = await reportOf(tab, ({ mentions }) => mentions.length > 0);
    expect(report).toMatchObject({ isArticle: true, published: '2026-02-06' });
    expect(pairsOf(report)).toContain('Jensen Huang → jensen-huang');
    expect(await total(tab.page)).toBe(report.mentions.length);
    expect(tab.complaints).toEqual([]);
  });

  test('is marked when its text comes long after it has called itself an article', async () => {
    await extension().noteQuestions();
    const tab = await visit('late-text.html');
    // The background was asked early, and has answered before there is anything to read.
    await eventually(tab.questions, (questions) => questions.includes('settings'));
    expect(await tab.report()).toMatchObject({ isArticle: true, mentions: [], errors: [] });
    await tab.page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Nvidia has told its suppliers that Jensen Huang expects the first licences for the H200 within a month.';
      document.querySelector('article')?.append(paragraph);
    });
    const report = await reportOf(tab, ({ mentions }) => mentions.length > 0);
    expect(pairsOf(report)).toContain('Jensen Huang → jensen-huang');
    expect(await total(tab.page)).toBe(report.mentions.length);
    expect((await tab.questions()).filter((name) => name === 'settings')).toHaveLength(1);
    expect(tab.complaints).toEqual([]);
  });

  test('is read anew when it goes to another article without a load', async () => {
    const tab = await visit('app.html');
    await draw(tab.page, licences);
    await reportOf(tab, ({ mentions }) => mentions.length > 0);
    await clickOn(tab.page, 'Jensen Huang');
    await openCard(tab);
    await tab.page.evaluate(() => history.pushState(null, '', '/second.html'));
    await draw(tab.page, hearing);
    const report = await reportOf(tab, ({ title, mentions }) => title === hearing.title && mentions.length > 0);
    expect(report.published).toBe('2026-03-02');
    expect(new Set(report.mentions.map((mention) => mention.entity))).toEqual(
      new Set(['bis', 'senate-banking', 'us-congress', 'elizabeth-warren']),
    );
    expect(await tab.card()).toBeNull();
    expect(await total(tab.page)).toBe(report.mentions.length);
  });

  test('keeps its marks when a framework puts new nodes in the place of old ones', async () => {
    const tab = await visit('app.html');
    await draw(tab.page, licences);
    const { mentions } = await reportOf(tab, (report) => report.mentions.length > 0);
    await draw(tab.page, licences);
    await eventually(
      () =>
        tab.page.evaluate(() => {
          let connected = 0;
          CSS.highlights.forEach((highlight) => {
            highlight.forEach((range) => {
              if (range.startContainer.isConnected) connected++;
            });
          });
          return connected;
        }),
      (connected) => connected === mentions.length,
    );
  });

  test('loses a mark at once when the letters under it change', async () => {
    const tab = await visit('app.html');
    await draw(tab.page, licences);
    const before = await reportOf(tab, ({ mentions }) => mentions.length > 0);
    const left = await tab.page.evaluate(async () => {
      const text = document.querySelector('p')?.firstChild as Text;
      text.data = `Correction: ${text.data}`;
      // Observers are told before the next task.
      await new Promise((next) => setTimeout(next));
      let count = 0;
      CSS.highlights.forEach((highlight) => {
        highlight.forEach((range) => {
          if (range.startContainer === text) count++;
        });
      });
      return count;
    });
    expect(left).toBe(0);
    const after = await reportOf(tab, ({ text }) => text.includes('Correction'));
    expect(pairsOf(after)).toEqual(pairsOf(before));
    await eventually(
      () => total(tab.page),
      (count) => count === after.mentions.length,
    );
  });

  test('marks what a fold had hidden as soon as it opens, and no longer when it closes', async () => {
    const tab = await visit('app.html');
    await draw(tab.page, licences);
    const before = await reportOf(tab, ({ mentions }) => mentions.length > 0);
    const fold = (hidden: boolean) =>
      tab.page.evaluate((hide: boolean) => {
        const paragraph = document.querySelector('p') as HTMLElement;
        paragraph.hidden = hide;
      }, hidden);
    await fold(true);
    await reportOf(tab, ({ text }) => !text.includes('Jensen Huang'));
    await fold(false);
    const after = await reportOf(tab, ({ text, mentions }) => text === before.text && mentions.length > 0);
    expect(pairsOf(after)).toEqual(pairsOf(before));
    await eventually(
      () => total(tab.page),
      (count) => count === after.mentions.length,
    );
  });

  test('is marked, and opens cards, when the reader comes back to it', async () => {
    const tab = await visit('wire-story.html');
    const { mentions } = await reportOf(tab, (report) => report.mentions.length > 0);
    await tab.page.goto(site().url('not-news.html'), { waitUntil: 'domcontentloaded' });
    await tab.page.evaluate(() => history.back()).catch(() => undefined);
    await eventually(
      // Between two pages there is nothing to ask.
      () => total(tab.page).catch(() => -1),
      (count) => count === mentions.length,
    );
    await clickOn(tab.page, 'Howard Lutnick');
    expect((await openCard(tab)).text).toContain('Howard Lutnick');
    expect(tab.complaints).toEqual([]);
  });

  test('reads the next article below by itself, with its own day', async () => {
    const tab = await visit('app.html');
    await draw(tab.page, long(licences));
    await reportOf(tab, ({ mentions }) => mentions.length > 0);
    await tab.page.evaluate(() => {
      const more = document.createElement('div');
      more.id = 'more';
      document.getElementById('root')?.append(more);
    });
    await draw(tab.page, long({ ...hearing, paragraphs: ['Warren spoke first.', ...hearing.paragraphs] }), '#more');
    const report = await reportOf(tab, ({ text }) => text.includes(hearing.title));
    expect(report).toMatchObject({ published: '2026-02-06' });
    const entities = report.mentions.map((mention) => mention.entity);
    expect(entities).toContain('jensen-huang');
    expect(entities).toContain('elizabeth-warren');
    await clickOn(tab.page, 'Elizabeth Warren');
    const card = await openCard(tab);
    expect(card.text).toContain('Elizabeth Warren');
  });

  test('asks again only about the article that changed, and follows edits in each, headlines too', async () => {
    const tab = await visit('app.html');
    await draw(tab.page, long(licences));
    const first = await reportOf(tab, ({ mentions }) => mentions.length > 0);
    await tab.page.evaluate(() => {
      const more = document.createElement('div');
      more.id = 'more';
      document.getElementById('root')?.append(more);
    });
    await draw(tab.page, long(hearing), '#more');
    const both = await reportOf(tab, ({ text }) => text.includes(hearing.title));
    expect(both.annotations).toBe(first.annotations + 1);
    await tab.page.evaluate(() => {
      const [, heading] = document.querySelectorAll('h1');
      if (heading) heading.textContent = 'Correction: Howard Lutnick, not a senator, asked the questions';
    });
    const after = await reportOf(tab, ({ text, mentions }) => text.includes('Correction') && mentions.length > both.mentions.length);
    expect(pairsOf(after)).toContain('Howard Lutnick → howard-lutnick');
    expect(after.annotations).toBe(both.annotations + 1);
    await eventually(
      () => total(tab.page),
      (count) => count === after.mentions.length,
    );
  });

  test('is not read again for what changes around the article: a menu, a ticker, a teaser', async () => {
    const tab = await visit('wire-story.html');
    const before = await tab.report();
    await tab.page.evaluate(async () => {
      const nav = document.querySelector('nav') as Element;
      const ticker = document.createElement('p');
      document.body.append(ticker);
      for (let tick = 0; tick < 40; tick++) {
        ticker.textContent = `Nvidia ${tick}`;
        ticker.hidden = tick % 2 === 0;
        const link = document.createElement('a');
        link.textContent = 'White House';
        nav.append(link);
        await new Promise((next) => setTimeout(next, 25));
      }
      // Longer than a page must be still to be read.
      await new Promise((next) => setTimeout(next, 600));
    });
    expect(await tab.report()).toMatchObject({ readings: before.readings, annotations: before.annotations });
    await tab.page.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'Elizabeth Warren had asked for an answer by Friday and got none, her office said in the evening.';
      document.querySelector('article time')?.after(added);
    });
    const after = await reportOf(tab, ({ text }) => text.includes('Warren'));
    expect(after.readings).toBe(before.readings + 1);
  });

  test('is given up where no article comes, however much happens on the page', async () => {
    const tab = await visit('not-news.html');
    const { readings } = await tab.report();
    await tab.page.evaluate(async () => {
      for (let tick = 0; tick < 60; tick++) {
        document.body.append(document.createElement('p'));
        await new Promise((next) => setTimeout(next, 25));
      }
    });
    expect((await tab.report()).readings).toBeLessThanOrEqual(readings + 2);
  });

  test('waits in a tab that nobody sees', async () => {
    const tab = await visit('app.html');
    await tab.report();
    await visit('not-news.html');
    await eventually(
      () => tab.page.evaluate(() => document.hidden),
      (hidden) => hidden,
    );
    await draw(tab.page, licences);
    await tab.page.evaluate(() => new Promise((next) => setTimeout(next, 1_000)));
    expect((await tab.report()).isArticle).toBe(false);
    await tab.page.bringToFront();
    expect((await reportOf(tab, ({ mentions }) => mentions.length > 0)).isArticle).toBe(true);
  });

  test('as a live blog has new entries above others marked, each with a card as of its own day', async () => {
    const tab = await visit('app.html');
    await draw(tab.page, long(licences));
    await reportOf(tab, ({ mentions }) => mentions.length > 0);
    const insert = (id: string, day: string, text: string) =>
      tab.page.evaluate(
        (at: string, stamp: string, words: string) => {
          const entry = document.createElement('article');
          entry.id = at;
          const time = document.createElement('time');
          time.dateTime = stamp;
          time.textContent = stamp;
          const paragraph = document.createElement('p');
          paragraph.textContent = words;
          entry.append(time, paragraph);
          document.querySelector('#root > article > time')?.after(entry);
        },
        id,
        day,
        text,
      );
    await insert(
      'first',
      '2026-02-07',
      'Howard Lutnick said that he would answer on the next day, and that nothing more was to be had from him.',
    );
    await reportOf(
      tab,
      ({ text, mentions }) => text.includes('Howard Lutnick') && mentions.some(({ entity }) => entity === 'howard-lutnick'),
    );
    await insert(
      'second',
      '2026-02-09',
      'Elizabeth Warren said that she had waited for long enough, and that she would ask again on the next day.',
    );
    const report = await reportOf(tab, ({ mentions }) => mentions.some(({ entity }) => entity === 'elizabeth-warren'));
    expect(report.published).toBe('2026-02-06');
    expect(report.text.indexOf('Elizabeth Warren')).toBeLessThan(report.text.indexOf('Howard Lutnick'));
    await eventually(
      () => total(tab.page),
      (count) => count === report.mentions.length,
    );
    await clickOn(tab.page, 'Elizabeth Warren');
    expect((await openCard(tab)).text).toContain('Feb 9, 2026');
    await tab.page.keyboard.press('Escape');
    await clickOn(tab.page, 'Jensen Huang');
    const old = await eventually(tab.card, (card) => card?.isBusy === false && card.text.includes('Jensen Huang'));
    expect(old?.text).toContain('Feb 6, 2026');
    expect(tab.complaints).toEqual([]);
  });
});
