import { afterEach, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import type { CardView, Tab } from '../../scripts/launch.ts';
import { clickOn, eventually, noCard, openCard, painted, placeOf, useBrowser } from './reader.ts';

/** The card once it says something. */
function cardWith(tab: Tab, text: string): Promise<CardView> {
  return eventually(tab.card, (card) => card?.text.includes(text) === true) as Promise<CardView>;
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
    expect(await tab.press('US Department of Commerce')).toBe(true);
    const second = await cardWith(tab, 'Includes');
    expect(second.buttons).toContain('Back');
    expect(await tab.press('Back')).toBe(true);
    const third = await cardWith(tab, 'Part of');
    // Related reporting may have been found meanwhile.
    const facts = ({ text }: { text: string }) => text.slice(0, text.indexOf('Related reporting'));
    expect(facts(third)).toBe(facts(first));
  });

  test('stays at the side once pinned, while another is read', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Jensen Huang');
    await openCard(tab);
    expect(await tab.press('Pin to the side')).toBe(true);
    await noCard(tab);
    await clickOn(tab.page, 'Guo Jiakun');
    const card = await cardWith(tab, 'Guo Jiakun');
    expect(card.pinned).toHaveLength(1);
    expect(card.pinned[0]).toContain('Jensen Huang');
  });

  test('is copied with its sources', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Jensen Huang');
    await openCard(tab);
    expect(await tab.press('Copy with sources')).toBe(true);
    await cardWith(tab, 'Copied');
    expect(await tab.press('More actions')).toBe(true);
    expect(await tab.press('Copy as Markdown')).toBe(true);
    await cardWith(tab, 'Copied');
  });

  test('gives a text to report it with, and sends nothing', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const requests: string[] = [];
    tab.page.on('request', (request) => requests.push(request.url()));
    await clickOn(tab.page, 'Howard Lutnick');
    await openCard(tab);
    await tab.press('More actions');
    expect(await tab.press('Report a wrong card')).toBe(true);
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
    expect(await tab.press('Not this: unmark it on this page')).toBe(true);
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
    expect(await tab.press('Never mark it anywhere')).toBe(true);
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

  test('stays where it is when more of it is unfolded', async () => {
    const tab = await visit('h200-licences.html');
    await tab.page.setViewport({ width: 1280, height: 800 });
    await tab.report();
    await clickOn(tab.page, 'Department of Energy');
    const { box } = await openCard(tab);
    await tab.press('More actions');
    await tab.press('Report a wrong card');
    const unfolded = await cardWith(tab, 'Nothing is sent from here');
    const edge = box.top > 400 ? 'top' : 'bottom';
    expect(unfolded.box[edge]).toBeCloseTo(box[edge], -1);
  });

  test('leaves its sentence to be read where there is room', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Council on Foreign Relations');
    const { box } = await openCard(tab);
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
    const { box } = await openCard(tab);
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
      const { box } = await openCard(tab);
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
});
