import { describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { clickOn, eventually, noCard, openCard, painted, pairsOf, placedCard, placeOf, useBrowser } from './reader.ts';

describe.each(browserNames)('a reader in %s', (name) => {
  const { visit, site, extension } = useBrowser(name);

  test('sees every name of the English story marked, and nothing else', async () => {
    const tab = await visit('wire-story.html');
    const report = await tab.report();
    expect(report).toMatchObject({
      isArticle: true,
      title: 'U.S. departments split over H200 licences',
      published: '2026-02-06',
      language: 'en',
    });
    expect(pairsOf(report)).toEqual([
      'H200 → h200',
      'Nvidia → nvidia',
      'H200 → h200',
      'State Department → state-dept',
      'Bureau of Industry and Security → bis',
      'BIS → bis',
      'BIS → bis',
      'Commerce Department → commerce-dept',
      'Howard Lutnick → howard-lutnick',
      'Lutnick → howard-lutnick',
      'Jensen Huang → jensen-huang',
      'White House → white-house',
      'Huang → jensen-huang',
      'H200 → h200',
      'Nvidia → nvidia',
    ]);
    const counts = await painted(tab.page);
    expect(counts).toEqual({
      'newsgloss-chip': 3,
      'newsgloss-company': 2,
      'newsgloss-agency': 6,
      'newsgloss-official': 2,
      'newsgloss-executive': 2,
    });
    expect(tab.complaints).toEqual([]);
  });

  test('sees every name of the Chinese story marked, each 国务院 as the one that is meant', async () => {
    const tab = await visit('wire-story.zh-hans.html');
    const report = await tab.report();
    expect(report).toMatchObject({ isArticle: true, published: '2026-02-07', language: 'zh-Hans' });
    expect(pairsOf(report)).toEqual([
      'H200 → h200',
      '美国国务院 → state-dept',
      '英伟达 → nvidia',
      'H200 → h200',
      '美国商务部 → commerce-dept',
      '工业与安全局 → bis',
      'BIS → bis',
      '国务院 → state-dept',
      '国防部 → defense-dept',
      '能源部 → energy-dept',
      '英伟达 → nvidia',
      '黄仁勋 → jensen-huang',
      '白宫 → white-house',
      '卢特尼克 → howard-lutnick',
      '黄仁勋 → jensen-huang',
      'H200 → h200',
      '中国外交部 → mfa-china',
      '郭嘉昆 → guo-jiakun',
      '国务院 → state-council-china',
      '国务院 → state-council-china',
    ]);
    expect(tab.complaints).toEqual([]);
  });

  test('reads a card with dated, sourced statements, and closes it in each of the usual ways', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    await clickOn(tab.page, 'Jensen Huang');
    const card = await openCard(tab);
    expect(card.text).toContain('Jensen Huang');
    expect(card.text).toContain('黄仁勋');
    expect(card.links.length).toBeGreaterThan(2);
    for (const { href, text } of card.links) expect(`${text} ${href}`).toMatch(/\S+ https?:\/\//);
    await tab.page.keyboard.press('Escape');
    await noCard(tab);

    await clickOn(tab.page, 'Bureau of Industry and Security');
    expect((await openCard(tab)).text).toContain('Bureau of Industry and Security');
    await clickOn(tab.page, 'Bureau of Industry and Security');
    await noCard(tab);

    await clickOn(tab.page, 'State Department');
    await openCard(tab);
    await clickOn(tab.page, 'A demonstration article');
    await noCard(tab);

    await clickOn(tab.page, 'Council on Foreign Relations');
    expect((await openCard(tab)).text).toContain('Council on Foreign Relations');
    await clickOn(tab.page, 'Guo Jiakun');
    await eventually(tab.card, (other) => other?.text.includes('Guo Jiakun') === true);
    expect(tab.complaints).toEqual([]);
  });

  test('has the card beside the term and inside the window, wherever the term stands', async () => {
    const tab = await visit('h200-licences.html');
    await tab.report();
    for (const text of ['H200', 'Vera Rubin', 'Ministry of Foreign Affairs']) {
      await clickOn(tab.page, text);
      const { box } = await placedCard(tab);
      const { width, height } = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      expect(box.bottom).toBeLessThanOrEqual(height);
      const place = await placeOf(tab.page, text);
      expect(place.y < box.top || place.y > box.bottom).toBe(true);
      await tab.page.keyboard.press('Escape');
      await noCard(tab);
    }
  });

  test('keeps double clicks, selections and links for themselves', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const surname = await placeOf(tab.page, 'Lutnick', 1);
    await tab.page.mouse.click(surname.x, surname.y, { count: 2 });
    await noCard(tab);
    expect(await tab.page.evaluate(() => String(getSelection()).trim())).toBe('Lutnick');

    await tab.page.evaluate(() => getSelection()?.removeAllRanges());
    const from = await placeOf(tab.page, 'Commerce Department');
    await tab.page.mouse.move(from.x, from.y);
    await tab.page.mouse.down();
    await tab.page.mouse.move(from.x + 60, from.y, { steps: 4 });
    await tab.page.mouse.up();
    expect(await tab.card()).toBeNull();

    await tab.page.evaluate(() => getSelection()?.removeAllRanges());
    const followed = tab.page.waitForNavigation();
    await clickOn(tab.page, 'Jensen Huang');
    await followed;
    expect(new URL(tab.page.url()).pathname).toBe('/people/huang');
  });

  test('reads a card on a page with a strict policy and the worst of style sheets', async () => {
    const tab = await visit('hostile.html');
    const report = await tab.report();
    expect(pairsOf(report)).toEqual([
      'Elizabeth Warren → elizabeth-warren',
      'Jim Banks → jim-banks',
      'White House → white-house',
      'Nvidia → nvidia',
      'H200 → h200',
      'Blackwell → blackwell',
      'Warren → elizabeth-warren',
      'Senate Banking Committee → senate-banking',
      'Commerce Department → commerce-dept',
      'Banks → jim-banks',
      'Nvidia → nvidia',
      'Bureau of Industry and Security → bis',
      'White House → white-house',
    ]);
    await clickOn(tab.page, 'Elizabeth Warren');
    const card = await openCard(tab);
    expect(card.text).toContain('Elizabeth Warren');
    expect(card.fontSize).toBe('14px');
    expect(card.box.right - card.box.left).toBeCloseTo(392, 0);
    expect(tab.complaints).toEqual([]);
  });

  test('finds a shop as it was', async () => {
    await extension().noteQuestions();
    const tab = await visit('not-news.html');
    expect(await tab.report()).toMatchObject({ isArticle: false, mentions: [] });
    expect(await painted(tab.page)).toEqual({});
    expect(await tab.questions()).toEqual([]);
    await clickOn(tab.page, 'NVIDIA H100 PCIe 80 GB').catch(() => undefined);
    expect(await tab.card()).toBeNull();
  });

  test.each(['h200-licences.html', 'wire-story.html', 'wire-story.zh-hans.html', 'hostile.html', 'not-news.html'])(
    'has %s byte for byte as it would be without us',
    async (path) => {
      const html = () => document.documentElement.outerHTML;
      const plain = await visit(site().plainUrl(path));
      const wanted = await plain.page.evaluate(html);
      expect(await painted(plain.page)).toEqual({});
      const tab = await visit(path);
      const { mentions } = await tab.report();
      expect(await tab.page.evaluate(html)).toBe(wanted);
      if (mentions.length === 0) return;
      await tab.show(0, true);
      await openCard(tab);
      const added = await tab.page.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as Element;
        const host = copy.lastElementChild as Element;
        const outside = host.outerHTML;
        host.remove();
        return { html: copy.outerHTML, outside };
      });
      expect(added).toEqual({ html: wanted, outside: '<div></div>' });
    },
  );
});
