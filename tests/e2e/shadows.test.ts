/** Articles of web components: their text stands in open shadow roots, or is handed to slots of these. */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { clickOn, eventually, openCard, paintedWords, pairsOf, placeOf, useBrowser, type Visit } from './reader.ts';

const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Licences for the H200 are on their way</title>
<meta property="og:type" content="article"><style>body { font: 18px/1.6 sans-serif; background: white }</style>`;
const paragraphs = [
  'Jensen Huang said on Friday that Nvidia expects the first licences for the H200 within weeks, after a long review.',
  'The Commerce Department confirmed that it had finished its part. <a href="/people/huang">Huang</a> thanked the officials for their work.',
  'Demand in China is strong, people who know the talks said, but buyers wait for a word from their own government first.',
];
const expected = [
  'H200 → h200',
  'Jensen Huang → jensen-huang',
  'Nvidia → nvidia',
  'H200 → h200',
  'Commerce Department → commerce-dept',
  'Huang → jensen-huang',
];

/** Markup that the server sends with its shadow roots: the headline and the last paragraph are handed to slots. */
const declared = `${head}<div class="frame"><template shadowrootmode="open"><style>p { margin: 12px 0 }</style>
<main><h1><slot name="headline"></slot></h1><time datetime="2026-02-06">February 6, 2026</time>
<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p><p><slot></slot></p></main></template>
<span slot="headline">Licences for the H200 are on their way</span>${paragraphs[2]}</div></html>`;

/** Markup that means nothing before its script has come: roots in roots, each made by an element of its own. */
const components = (script: string) => `${head}<news-page></news-page>${script}</html>`;
const script = `
const define = (name, html) => customElements.define(name, class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = html(this); }
});
define('news-page', () => '<news-bar></news-bar><news-article></news-article>');
define('news-bar', () => '<nav>Nvidia and the White House</nav>');
define('news-text', () => '<style>p { margin: 12px 0 }</style><p><slot></slot></p>');
define('news-article', () => \`<article><h1>Licences for the H200 are on their way</h1><time datetime="2026-02-06">February 6, 2026</time>
${paragraphs.map((text) => `<news-text>${text}</news-text>`).join('')}</article>\`);`;

/** Resolves once the painted words are those of a report with so many mentions. */
async function settled(tab: Visit, count: number): Promise<string[]> {
  const { report } = await eventually(
    async () => ({ report: await tab.report(), words: await paintedWords(tab.page) }),
    ({ report: { text, mentions }, words }) =>
      mentions.length === count && String(mentions.map(({ start, end }) => text.slice(start, end)).sort()) === String(words),
  );
  return pairsOf(report);
}

/** A picture of the place where a text stands. */
async function pictureOf(page: Page, text: string): Promise<string> {
  const { x, y } = await placeOf(page, text);
  return page.screenshot({ encoding: 'base64', clip: { x: x - 30, y: y - 16, width: 60, height: 32 } });
}

/** Does something while the page has put the marks aside. */
async function withoutMarks<Value>(page: Page, task: () => Promise<Value>): Promise<Value> {
  const kept = await page.evaluateHandle(() => {
    const all: [string, Highlight][] = [];
    CSS.highlights.forEach((highlight, name) => {
      all.push([name, highlight]);
    });
    CSS.highlights.clear();
    return all;
  });
  const value = await task();
  await kept.evaluate((all) => {
    for (const [name, highlight] of all) CSS.highlights.set(name, highlight);
  });
  return value;
}

/** What the page is made of, its open shadow roots included, as its own scripts see it. */
function stateOfTrees(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const rootsIn = (tree: ParentNode): ShadowRoot[] =>
      [...tree.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : []));
    const roots = rootsIn(document);
    return [
      document.documentElement.outerHTML,
      ...roots.map((root) => [root.innerHTML, root.adoptedStyleSheets.length, root.styleSheets.length]),
    ];
  });
}

describe.each(browserNames)('an article of components in %s', (name) => {
  const { visit, site } = useBrowser(name);

  beforeAll(() => {
    site().add('declared.html', declared);
    site().add('components.js', script);
    site().add('components.html', components('<script src="components.js"></script>'));
    site().add('late.html', components(''));
  });

  describe.each(['declared.html', 'components.html'])('as %s', (path) => {
    test('is read as it is shown, and painted where it stands', async () => {
      const tab = await visit(path);
      expect(await settled(tab, expected.length)).toEqual(expected);
      const report = await tab.report();
      expect(report).toMatchObject({ isArticle: true, published: '2026-02-06' });
      const lines = report.text.split('\n').map((line) => line.trim().slice(0, 12));
      expect(lines).toEqual(['Licences for', 'February 6, ', 'Jensen Huang', 'The Commerce', 'Demand in Ch']);
      for (const word of ['H200', 'Jensen Huang', 'Commerce Department']) {
        // The marks are drawn with the frame after they are registered.
        const twice = async () => [await pictureOf(tab.page, word), await pictureOf(tab.page, word)];
        const [marked] = await eventually(twice, ([one, other]) => one === other);
        const plain = await withoutMarks(tab.page, () => pictureOf(tab.page, word));
        expect(plain, word).not.toBe(marked);
      }
      expect(tab.complaints).toEqual([]);
    });

    test('opens cards from its text, and keeps its links for itself', async () => {
      const tab = await visit(path);
      await settled(tab, expected.length);
      await clickOn(tab.page, 'Commerce Department');
      expect((await openCard(tab)).text).toContain('Department of Commerce');
      await tab.page.keyboard.press('Escape');
      await clickOn(tab.page, 'H200');
      expect((await openCard(tab)).text).toContain('H200');
      await tab.page.keyboard.press('Escape');
      const followed = tab.page.waitForNavigation();
      await clickOn(tab.page, 'Huang', 1);
      await followed;
      expect(new URL(tab.page.url()).pathname).toBe('/people/huang');
    });

    test('is made of what it would be made of without us', async () => {
      const plain = await visit(site().plainUrl(path));
      const tab = await visit(path);
      await settled(tab, expected.length);
      expect(await stateOfTrees(tab.page)).toEqual(await stateOfTrees(plain.page));
    });
  });

  test('is followed where it changes inside its roots', async () => {
    const tab = await visit('components.html');
    await settled(tab, expected.length);
    await tab.page.evaluate(() => {
      const article = document.querySelector('news-page')?.shadowRoot?.querySelector('news-article')?.shadowRoot;
      const added = document.createElement('news-text');
      added.textContent =
        'Howard Lutnick wrote on Friday that he had signed what there was to sign, and that the rest was for others to do.';
      article?.querySelector('time')?.after(added);
    });
    expect(await settled(tab, expected.length + 1)).toContain('Howard Lutnick → howard-lutnick');
    await tab.page.evaluate(() => {
      const article = document.querySelector('news-page')?.shadowRoot?.querySelector('news-article')?.shadowRoot;
      for (const text of article?.querySelectorAll('news-text') ?? [])
        if (text.textContent?.startsWith('Jensen'))
          (text.firstChild as Text).data = 'Correction: an earlier version of this text said who had spoken on Friday.';
    });
    const left = await eventually(tab.report, ({ text }) => text.includes('Correction'));
    expect(pairsOf(left).filter((pair) => pair.startsWith('Jensen'))).toEqual([]);
    expect(tab.complaints).toEqual([]);
  });

  test('is found when the script of its components comes late', async () => {
    const tab = await visit('late.html');
    expect((await tab.report()).isArticle).toBe(false);
    await tab.page.addScriptTag({ url: site().url('components.js') });
    expect(await settled(tab, expected.length)).toEqual(expected);
  });
});
