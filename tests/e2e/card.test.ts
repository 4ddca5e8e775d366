import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import type { Box, CardView, Tab } from '../../scripts/launch.ts';
import { clickOn, eventually, noCard, openCard, painted, placedCard, placeOf, stays, useBrowser } from './reader.ts';

interface Places {
  term: Box[];
  sentence: Box[];
}

/** Boxes of the lines of the nth mark of a page, and of the sentence around it. */
function placesOf(page: Page, nth: number): Promise<Places> {
  return page.evaluate((index: number) => {
    const ranges: Range[] = [];
    CSS.highlights.forEach((highlight) => {
      highlight.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        ranges.push(range);
      });
    });
    const term = ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))[index] as Range;
    const block = term.startContainer.parentElement?.closest('p, h1, h2, li, blockquote, figcaption') as Element;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(term.startContainer, term.startOffset);
    const text = (block.textContent ?? '').replace(/\s/g, ' ');
    // A full stop after a single capital ends no sentence.
    const ends = [...text.matchAll(/(?<!\b[A-Z])[.!?][”"]?(?=\s+[A-Z“])/g)].map((end) => end.index + end[0].length);
    const at = String(before).length;
    const start = ends.findLast((end) => end <= at) ?? 0;
    const segment = text.slice(start, ends.find((end) => end > at) ?? text.length);
    const sentence = document.createRange();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let offset = 0;
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      const place = (at: number) => Math.max(0, Math.min(at - offset, node?.data.length ?? 0));
      if (offset <= start) sentence.setStart(node, place(start));
      if (offset < start + segment.trimEnd().length) sentence.setEnd(node, place(start + segment.trimEnd().length));
      offset += node.data.length;
    }
    const boxes = (range: Range) => [...range.getClientRects()].map((box) => box.toJSON() as Box);
    return { term: boxes(term), sentence: boxes(sentence) };
  }, nth);
}

/** Whether a card lies over any of some boxes, by more than rounding. */
function covers(card: Box, boxes: readonly Box[]): boolean {
  return boxes.some(
    (box) =>
      Math.min(card.right, box.right) - Math.max(card.left, box.left) > 1 &&
      Math.min(card.bottom, box.bottom) - Math.max(card.top, box.top) > 1,
  );
}

/** The card once it says something. */
function cardWith(tab: Tab, text: string): Promise<CardView> {
  return eventually(tab.card, (card) => card?.isBusy === false && card.text.includes(text)) as Promise<CardView>;
}

describe.each(browserNames)('a card in %s', (name) => {
  const { visit, extension } = useBrowser(name);

  afterEach(() => extension().choose(null));

  test('tells what was known and what came since, in the order of use', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'H200');
    const { text } = await openCard(tab);
    const order = [
      'AI chip',
      'H200',
      'In this story',
      'What is known',
      'Since then',
      'Timeline',
      'This article',
      'Connected in this article',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('Related reporting');
    expect(tab.complaints).toEqual([]);
  });

  test('opens connected names in its place, with a way back', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Bureau of Industry and Security');
    const first = await openCard(tab);
    expect(first.buttons).not.toContain('Back');
    await tab.press('US Department of Commerce');
    const second = await cardWith(tab, 'Includes');
    expect(second.buttons).toContain('Back');
    await tab.press('Back');
    const third = await cardWith(tab, 'Part of');
    // Related reporting may have been found meanwhile.
    const facts = ({ text }: { text: string }) => text.slice(0, text.indexOf('Related reporting'));
    expect(facts(third)).toBe(facts(first));
  });

  test('says for whom a person works though the article does not name it, and leads there', async () => {
    const tab = await visit('hostile.html');
    const { mentions } = await tab.report();
    expect(mentions.map((mention) => mention.entity)).not.toContain('us-senate');
    await clickOn(tab.page, 'Elizabeth Warren');
    const { text, buttons } = await openCard(tab);
    expect(text).toContain('Works for');
    const senate = buttons.find((button) => button.startsWith('United States Senate'));
    await tab.press(senate ?? '');
    await eventually(tab.card, (card) => card?.buttons.includes('Back') === true && card.text.includes('United States Senate'));
  });

  test('unfolds a long part and folds it again, without losing the focus', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'H200');
    const { text, buttons } = await openCard(tab);
    const more = buttons.find((button) => button.startsWith('Show ')) ?? '';
    await tab.press(more);
    const unfolded = await eventually(tab.card, (card) => card?.focus === 'Show fewer');
    expect(unfolded?.text.length).toBeGreaterThan(text.length);
    await tab.page.keyboard.press('Enter');
    await eventually(tab.card, (card) => card?.focus === more && card.text.length === text.length);
  });

  test('says that it is on its way, and can be closed before it is there', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await tab.answerCards('never');
    await clickOn(tab.page, 'Howard Lutnick');
    const card = await eventually(tab.card, (one) => one !== null);
    expect(card).toMatchObject({ isBusy: true, text: expect.stringContaining('Howard Lutnick') });
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
  });

  test('says what went wrong, and can be asked for again', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await tab.answerCards('with a fault');
    await clickOn(tab.page, 'Howard Lutnick');
    expect((await openCard(tab)).text).toContain('a fault of the test');
    await tab.answerCards('as ever');
    await tab.press('Try again');
    await cardWith(tab, 'More actions');
  });

  test('stays at the side once pinned, while another is read', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Jensen Huang');
    await openCard(tab);
    await tab.press('Pin to the side');
    await noCard(tab);
    await clickOn(tab.page, 'Guo Jiakun');
    const card = await cardWith(tab, 'Guo Jiakun');
    expect(card.pinned).toHaveLength(1);
    expect(card.pinned[0]).toContain('Jensen Huang');
    const width = await tab.page.evaluate(() => document.documentElement.clientWidth);
    expect(card.dock?.right).toBeLessThanOrEqual(width);
    expect(card.dock?.left).toBeGreaterThan(width / 2);
    // It stays when the card is closed, and goes when it is told to.
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await tab.press('Close pinned card');
    await clickOn(tab.page, 'Guo Jiakun');
    await eventually(tab.card, (other) => other?.isBusy === false && other.pinned.length === 0);
  });

  test('is copied with its sources', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Jensen Huang');
    await openCard(tab);
    await tab.press('Copy with sources');
    await cardWith(tab, 'Copied');
    await tab.press('More actions');
    await tab.press('Copy as Markdown');
    await cardWith(tab, 'Copied');
  });

  test('gives a text to report it with, and sends nothing', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const requests: string[] = [];
    // The browser looks for the page's icon when it pleases.
    tab.page.on('request', (request) => request.url().endsWith('/favicon.ico') || requests.push(request.url()));
    await clickOn(tab.page, 'Howard Lutnick');
    await openCard(tab);
    await tab.press('More actions');
    await tab.press('Report a wrong card');
    await cardWith(tab, 'Nothing is sent from here');
    expect(requests).toEqual([]);
  });

  test('can be told that it is wrong here, and be had back', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const before = await painted(tab.page);
    await clickOn(tab.page, 'Howard Lutnick');
    await openCard(tab);
    await tab.press('More actions');
    await tab.press('Not this: unmark it on this page');
    await cardWith(tab, 'no longer marked');
    expect((await painted(tab.page))['newsgloss-official']).toBeUndefined();
    await tab.press('Undo');
    await noCard(tab);
    await eventually(
      () => painted(tab.page),
      (counts) => counts['newsgloss-official'] === before['newsgloss-official'],
    );
  });

  test('mutes its name everywhere, on other pages too', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await clickOn(tab.page, 'Howard Lutnick');
    await openCard(tab);
    await tab.press('More actions');
    await tab.press('Never mark it anywhere');
    await cardWith(tab, 'no longer marked');
    const other = await visit('wire-story.html');
    const { mentions } = await other.report();
    expect(mentions.map((mention) => mention.entity)).not.toContain('howard-lutnick');
    expect(mentions.map((mention) => mention.entity)).toContain('bis');
  });

  test('is walked through by keyboard: the focus goes in, Escape brings it back', async () => {
    const tab = await visit('wire-story.html');
    const { mentions } = await tab.report();
    await tab.page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus());
    for (const mention of mentions.slice(0, 3)) {
      expect(await tab.step(false)).toBe(true);
      const card = await eventually(tab.card, (one) => one?.focus !== null && one?.text.includes(mention.name) === true);
      expect(card?.focus).toBeTruthy();
    }
    expect(await tab.step(true)).toBe(true);
    await cardWith(tab, mentions[1]?.name ?? '');
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    expect(await tab.page.evaluate(() => document.activeElement?.textContent)).toBe('Home');
  });

  test('opens with Enter where the page’s caret stands on a name', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await clickOn(tab.page, 'Howard Lutnick');
    await openCard(tab);
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
    await tab.page.keyboard.press('Enter');
    expect((await openCard(tab)).text).toContain('Howard Lutnick');
  });

  test('opens in a link with Alt and a click, which does not follow the link', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const { x, y } = await placeOf(tab.page, 'Jensen Huang');
    await tab.page.keyboard.down('Alt');
    await tab.page.mouse.click(x, y);
    await tab.page.keyboard.up('Alt');
    expect((await openCard(tab)).text).toContain('Jensen Huang');
    expect(new URL(tab.page.url()).pathname).toBe('/wire-story.html');
  });

  test('is offered beside a link under a resting pointer, and not taken unasked', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const { x, y } = await placeOf(tab.page, 'Jensen Huang');
    await tab.page.mouse.move(x, y);
    await tab.page.mouse.move(x + 1, y, { steps: 2 });
    // The offer stands above the end of the name.
    const end = await tab.page.evaluate(() => {
      const { right, top } = (document.querySelector('article a') as Element).getBoundingClientRect();
      return { x: right, y: top - 8 };
    });
    await eventually(tab.offer, (offer) => offer === 'About Jensen Huang');
    expect(await tab.card()).toBeNull();
    await tab.page.mouse.click(end.x, end.y);
    expect((await openCard(tab)).text).toContain('Jensen Huang');
    expect(new URL(tab.page.url()).pathname).toBe('/wire-story.html');
  });

  test('opens under a resting pointer only for who wants that, and goes when the pointer goes', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await extension().choose({ hover: true });
    const { x, y } = await placeOf(tab.page, 'Jensen Huang');
    // The setting reaches the page some time after; each rest is a new chance.
    await eventually(
      async () => {
        await tab.page.mouse.move(x, y);
        await tab.page.mouse.move(x + 1, y, { steps: 2 });
        return eventually(tab.card, (card) => card !== null, 1_000).catch(() => null);
      },
      (card) => card?.text.includes('Jensen Huang') === true,
    );
    await tab.page.mouse.move(5, 5, { steps: 3 });
    await noCard(tab);
  });

  test('opens half a second after the pointer has come to rest, not while it passes', async () => {
    await extension().choose({ hover: true });
    const tab = await visit('wire-story.html');
    await tab.report();
    const { x, y } = await placeOf(tab.page, 'Jensen Huang');
    await tab.page.evaluate(() => {
      const seen = { first: 0, last: 0, opened: 0 };
      Object.assign(globalThis, { seen });
      let before = { x: 0, time: 0 };
      addEventListener('pointermove', ({ clientX, timeStamp }) => {
        // On a busy machine some moves are slow enough to be a rest.
        const isPassing = Math.abs(clientX - before.x) > (timeStamp - before.time) / 2;
        before = { x: clientX, time: timeStamp };
        if (!isPassing || seen.opened > 0) return;
        seen.first ||= timeStamp;
        seen.last = timeStamp;
      });
      // The host is the one thing that a page can see of a card.
      new MutationObserver(() => {
        seen.opened ||= performance.now();
      }).observe(document.documentElement, { childList: true });
    });
    // To and fro on the name, always faster than half a pixel a millisecond.
    const passing = Date.now() + 1_200;
    for (let side = 1; Date.now() < passing; side = -side) await tab.page.mouse.move(x + side * 30, y);
    await openCard(tab);
    const { first, last, opened } = await tab.page.evaluate(
      () => (globalThis as unknown as { seen: Record<'first' | 'last' | 'opened', number> }).seen,
    );
    expect(last - first).toBeGreaterThan(0);
    expect(opened - last).toBeGreaterThanOrEqual(500);
  });

  test('waits for a pointer that comes back, or goes into the card', async () => {
    await extension().choose({ hover: true });
    const tab = await visit('wire-story.html');
    await tab.report();
    const { x, y } = await placeOf(tab.page, 'Jensen Huang');
    // How long the pointer was away, as the page saw it.
    await tab.page.evaluate(() => {
      const seen = { left: 0, away: 0 };
      Object.assign(globalThis, { seen });
      addEventListener('pointermove', ({ clientX }) => {
        if (clientX === 5) seen.left = performance.now();
        else if (seen.left > 0) [seen.left, seen.away] = [0, performance.now() - seen.left];
      });
    });
    const comeBack = async () => {
      await tab.page.mouse.move(x, y);
      await openCard(tab);
      await tab.page.mouse.move(5, 5);
      await tab.page.mouse.move(x, y);
      return tab.page.evaluate(() => (globalThis as unknown as { seen: { away: number } }).seen.away);
    };
    // On a busy machine it may come back too late, which is for another try.
    await eventually(comeBack, (away) => away > 0 && away < 250);
    await stays(tab.card, (card) => card !== null, 500);
    const { box } = await placedCard(tab);
    await tab.page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2, { steps: 4 });
    await stays(tab.card, (card) => card !== null, 500);
  });

  test('follows its term when the page scrolls or the window changes', async () => {
    const tab = await visit('h200-licences.html');
    await tab.page.setViewport({ width: 1280, height: 960 });
    await tab.report();
    await clickOn(tab.page, 'Council on Foreign Relations');
    const { box } = await placedCard(tab);
    await tab.page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
    // Beside its term is the edge that the card keeps.
    const edge = box.top > 400 ? 'top' : 'bottom';
    await eventually(tab.card, (card) => card !== null && Math.abs(box[edge] - card.box[edge] - 40) <= 1);
    await tab.page.setViewport({ width: 900, height: 960 });
    const place = () =>
      tab.page.evaluate(() => {
        const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = text.nextNode() as Text | null; node !== null; node = text.nextNode() as Text | null) {
          const at = node.data.indexOf('Council on Foreign Relations');
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 'Council'.length);
          return range.getBoundingClientRect().left;
        }
        throw new Error('the term is not on the page');
      });
    await eventually(
      async () => ({ card: await tab.card(), left: await place() }),
      ({ card, left }) => card !== null && Math.abs(card.box.left - Math.min(left, 900 - 8 - 392)) <= 16,
    );
  });

  test.each([960, 720, 480])('covers neither its term nor its sentence in a window %i pixels high', async (height) => {
    const tab = await visit('h200-licences.html');
    await tab.page.setViewport({ width: 1280, height });
    const { mentions, text } = await tab.report();
    for (const index of [...mentions.keys()].filter((one) => one % 5 === 0)) {
      await tab.show(index, true);
      await openCard(tab);
      const { start, end } = mentions[index] ?? { start: 0, end: 0 };
      // The card finds its place with the next frame.
      const seen = async () => {
        const [card, places] = [await tab.card(), await placesOf(tab.page, index)];
        return { place: text.slice(start - 20, end + 20), box: card?.box, ...places };
      };
      await eventually(seen, ({ box, term, sentence }) => box !== undefined && !covers(box, term) && !covers(box, sentence));
    }
  });

  test('stays where it is when more of it is unfolded', async () => {
    const tab = await visit('h200-licences.html');
    await tab.page.setViewport({ width: 1280, height: 800 });
    await tab.report();
    await clickOn(tab.page, 'Department of Energy');
    const { box } = await placedCard(tab);
    await tab.press('More actions');
    await tab.press('Report a wrong card');
    await cardWith(tab, 'Nothing is sent from here');
    const unfolded = await placedCard(tab);
    const edge = box.top > 400 ? 'top' : 'bottom';
    expect(unfolded.box[edge]).toBeCloseTo(box[edge], -1);
  });

  test('leaves its sentence to be read where there is room', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Council on Foreign Relations');
    const { box } = await placedCard(tab);
    const sentence = await tab.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf('Chris McGuire');
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, node.data.indexOf('set aside') + 'set aside'.length);
        const { top, bottom } = range.getBoundingClientRect();
        return { top, bottom };
      }
      throw new Error('the sentence is not on the page');
    });
    expect(box.top >= sentence.bottom || box.bottom <= sentence.top).toBe(true);
  });

  test('is a sheet at the bottom of a narrow window, off its term', async () => {
    const tab = await visit('h200-licences.html');
    await tab.page.setViewport({ width: 400, height: 800 });
    await tab.report();
    await clickOn(tab.page, 'Guo Jiakun');
    const { box } = await placedCard(tab);
    const window = await tab.page.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));
    expect(box.left).toBe(0);
    expect(box.bottom).toBe(window.height);
    expect(box.right).toBeGreaterThanOrEqual(window.width - 1);
    const bottom = await tab.page.evaluate(() => {
      const range = document.createRange();
      range.selectNode(document.querySelector('blockquote + p') as Element);
      return range.getBoundingClientRect().top;
    });
    expect(bottom).toBeLessThan(box.top);
  });

  test('fits a window at 200% and stands inside pages that run from right to left', async () => {
    const tab = await visit('h200-licences.html');
    await tab.page.setViewport({ width: 640, height: 480, deviceScaleFactor: 2 });
    await tab.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await tab.report();
    for (const text of ['Trump', 'Guo Jiakun', 'ByteDance']) {
      await clickOn(tab.page, text);
      const { box } = await placedCard(tab);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(640);
      expect(box.bottom).toBeLessThanOrEqual(480);
      await tab.page.keyboard.press('Escape');
      await noCard(tab);
    }
  });

  test('speaks the language that was chosen, on pages in another', async () => {
    await extension().choose({ language: 'ja' });
    const tab = await visit('wire-story.html');
    await tab.report();
    await clickOn(tab.page, 'Bureau of Industry and Security');
    const card = await openCard(tab);
    expect(card.language).toBe('ja');
    expect(card.text).toContain('米商務省産業安全保障局');
  });

  test('speaks the language that was chosen before it has an answer, too', async () => {
    await extension().choose({ language: 'ja' });
    const tab = await visit('wire-story.html');
    await tab.report();
    await tab.answerCards('with a fault');
    await clickOn(tab.page, 'Howard Lutnick');
    expect((await openCard(tab)).text).toContain('もう一度試す');
  });
});
