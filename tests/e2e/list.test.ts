/** The list of mentions on the page itself: what the marks are to the eye, it is to the keyboard and the screen reader. */
import { afterEach, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { clickOn, eventually, noCard, openCard, useBrowser } from './reader.ts';

describe.each(browserNames)('the list of mentions in %s', (name) => {
  const { visit, extension } = useBrowser(name);

  afterEach(() => extension().choose(null));

  const noList = (tab: Awaited<ReturnType<typeof visit>>) => eventually(tab.list, (list) => list === null);

  test('has every mention in the order of the text, with what it is', async () => {
    const tab = await visit('wire-story.html');
    const { mentions, text } = await tab.report();
    expect(await tab.toggleList()).toBe(true);
    const list = await eventually(tab.list, (one) => one !== null);
    expect(list).toMatchObject({ title: 'Names in this article', language: 'en', focus: 'Names in this article' });
    expect(list?.entries).toHaveLength(mentions.length);
    for (const [index, { start, end, name: entity }] of mentions.entries()) {
      const entry = list?.entries[index] ?? '';
      expect(entry.startsWith(text.slice(start, end))).toBe(true);
      expect(entry).toContain(entity);
    }
    expect(list?.entries[4]).toMatch(/^Bureau of Industry and Security Government body/);
    expect(list?.entries[5]).toMatch(/^BIS Bureau of Industry and Security · Government body/);
    expect(tab.complaints).toEqual([]);
  });

  test('opens cards; the focus goes to the card, back to the entry, and back to the page', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await tab.page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus());
    await tab.toggleList();
    await eventually(tab.list, (list) => list !== null);
    const { keyboard } = tab.page;
    // The button that closes comes first, and in Firefox what scrolls can have the focus, too.
    const entry = await eventually(
      async () => {
        await keyboard.press('Tab');
        return tab.list();
      },
      (list) => list?.focus?.startsWith('Nvidia') === true,
    );
    await keyboard.press('Enter');
    const card = await openCard(tab);
    expect(card.text).toContain('Nvidia');
    expect(card.focus).not.toBeNull();
    expect(await tab.list()).toBeNull();
    await keyboard.press('Escape');
    await noCard(tab);
    await eventually(tab.list, (list) => list !== null && list.focus === entry?.focus);
    await keyboard.press('Escape');
    await noList(tab);
    expect(await tab.page.evaluate(() => document.activeElement?.textContent)).toBe('Home');
  });

  test('closes by its key, and by a click elsewhere', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await tab.toggleList();
    await eventually(tab.list, (list) => list !== null);
    await tab.toggleList();
    await noList(tab);
    await tab.toggleList();
    await eventually(tab.list, (list) => list !== null);
    await clickOn(tab.page, 'split over');
    await noList(tab);
  });

  test('speaks the reader’s language, whatever the article’s', async () => {
    await extension().choose({ language: 'ko' });
    const tab = await visit('wire-story.zh-hans.html');
    await tab.report();
    await tab.toggleList();
    const list = await eventually(tab.list, (one) => one !== null);
    expect(list).toMatchObject({ title: '이 기사의 이름', language: 'ko' });
    expect(list?.entries.some((entry) => entry.startsWith('黄仁勋 젠슨 황'))).toBe(true);
  });

  test('is not there where nothing is marked', async () => {
    const tab = await visit('not-news.html');
    await tab.report();
    const before = await tab.page.evaluate(() => document.documentElement.outerHTML);
    expect(await tab.toggleList()).toBe(false);
    expect(await tab.page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});
