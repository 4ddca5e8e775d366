import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { eventually, openCard, painted, useBrowser, type Visit } from './reader.ts';
import { savedPages } from './site.ts';

const files = existsSync(savedPages) ? readdirSync(savedPages).filter((file) => file.endsWith('.html')) : [];

/** What a page is made of and where its elements stand, as its own scripts could see it; long texts by their hash. */
function stateOfPage() {
  const { adoptedStyleSheets } = document;
  const adopted = adoptedStyleSheets.length;
  const sheets = document.styleSheets.length;
  // What moves, or comes and fails, at a time of its own is elsewhere in each of two loads.
  const still = new CSSStyleSheet();
  // Laid out from the ground up: how a layout was come by can tell in it.
  still.replaceSync('html { display: none !important }');
  adoptedStyleSheets.push(still);
  document.documentElement.getBoundingClientRect();
  still.replaceSync(`*, ::before, ::after { animation: none !important; transition: none !important }
    img, picture, svg, video, audio, iframe, object, embed { display: none !important }`);
  const hash = (text: string) => {
    let value = 0;
    for (let at = 0; at < text.length; at++) value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0;
    return `${text.length} units, ${value}`;
  };
  const copy = document.documentElement.cloneNode(true) as Element;
  // Our own host, where there is one, comes behind the page's body.
  if (document.documentElement.lastElementChild !== document.body && !document.documentElement.lastElementChild?.attributes.length)
    copy.lastElementChild?.remove();
  // To open a card scrolls to its mark.
  for (const part of document.getElementsByTagName('*'))
    if (part.scrollTop !== 0 || part.scrollLeft !== 0) part.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  const boxes = Array.from(document.body?.getElementsByTagName('*') ?? [], (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return `${element.tagName} ${left} ${top} ${width} ${height}`;
  });
  const { scrollWidth, scrollHeight } = document.documentElement;
  adoptedStyleSheets.pop();
  return {
    html: hash(copy.outerHTML),
    boxes: hash(boxes.join('\n')),
    size: [scrollWidth, scrollHeight],
    adopted,
    sheets,
    globals: Object.getOwnPropertyNames(window).sort(),
  };
}

function tracesOfUs() {
  const isOurs = (sheet: CSSStyleSheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('newsgloss'));
  return {
    globals: Object.getOwnPropertyNames(window).filter((global) => /newsgloss/i.test(global)),
    nodes: document.querySelectorAll('[class*="newsgloss" i], [id*="newsgloss" i]').length,
    sheets: document.adoptedStyleSheets.filter(isOurs).length,
  };
}

/** Selects the first painted words by their place on the page, and looks for them as the browser's own search does. */
function selectPainted(): { painted: string; selected: string; isFound: boolean } | null {
  let first: AbstractRange | undefined;
  CSS.highlights.forEach((highlight) => {
    highlight.forEach((range) => {
      first ??= range;
    });
  });
  if (first === undefined) return null;
  const range = document.createRange();
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(first.endContainer, first.endOffset);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  const selected = selection?.toString() ?? '';
  selection?.removeAllRanges();
  const { find } = window as unknown as { find(text: string): boolean };
  return { painted: range.toString(), selected, isFound: selected === '' || find(selected) };
}

/** Complaints that name us or our scripts: some pages were saved with parts of other extensions in them, and complain by themselves. */
function ours(tab: Visit): string[] {
  return complaintsOf(tab).filter((complaint) => /newsgloss|\.iife\.js/i.test(complaint));
}

/** What a page complained about, whichever host it was loaded from, but for what it may not fetch. */
function complaintsOf(tab: Visit): string[] {
  return tab.complaints
    .filter((complaint) => !/Security.(?:Policy|Error)|downloadable font|Not allowed to load/.test(complaint))
    .map((complaint) => complaint.replace(/https?:\/\/[\w.]+:\d+/g, ''))
    .sort();
}

/** Expects that two loads come to be alike: each has what it is made of, and what it has to complain about, at its own time. */
async function same<Value>(ofTab: () => Value | Promise<Value>, ofPlain: () => Value | Promise<Value>): Promise<void> {
  let states: [Value, Value] | undefined;
  const look = async () => {
    states = [await ofTab(), await ofPlain()];
    return JSON.stringify(states[0]) === JSON.stringify(states[1]);
  };
  await eventually(look, (are) => are).catch(() => expect(states?.[0]).toEqual(states?.[1]));
}

/** How long a page may take that never comes to rest, with the extension or without, in milliseconds. */
const RESTLESS = 5_000;

/** What a task answers, or null where it fails or takes longer. */
function within<Value>(task: Promise<Value>): Promise<Value | null> {
  return Promise.race([task.catch(() => null), new Promise<null>((next) => setTimeout(next, RESTLESS, null))]);
}

describe.skipIf(files.length === 0).each(browserNames)('real pages in %s (skipped where no saved pages are at hand)', (name) => {
  const { openTab, site } = useBrowser(name);
  const at = (folder: string, file: string) => `${folder}/${encodeURIComponent(file)}`;

  describe('that keep still', () => {
    let plain: Visit;
    let tab: Visit;

    beforeAll(async () => {
      plain = await openTab();
      tab = await openTab();
    });

    const load = async (visit: Visit, address: string) => {
      await visit.open('about:blank');
      visit.complaints.length = 0;
      await visit.open(address);
    };

    test.each(files)('%s is read without an exception and stays as it was, with a card too', async (file) => {
      await Promise.all([load(plain, site().plainUrl(at('saved', file))), load(tab, site().url(at('saved', file)))]);
      const report = await tab.report();
      expect(report.errors).toEqual([]);
      // Addresses of the host show in no attribute of the source, so both loads serialise alike.
      await same(
        () => tab.page.evaluate(stateOfPage),
        () => plain.page.evaluate(stateOfPage),
      );
      const counts = await painted(tab.page);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(report.mentions.length);
      await same(
        () => complaintsOf(tab),
        () => complaintsOf(plain),
      );
      if (report.mentions.length === 0) return;
      expect(await tab.page.evaluate(selectPainted)).toMatchObject({ selected: expect.stringMatching(/\S/), isFound: true });
      await tab.page.bringToFront();
      expect(await tab.show(0, true)).toBe(true);
      await openCard(tab);
      await same(
        () => tab.page.evaluate(stateOfPage),
        () => plain.page.evaluate(stateOfPage),
      );
      await same(
        () => complaintsOf(tab),
        () => complaintsOf(plain),
      );
    });
  });

  // Their scripts run without anything they would fetch, in no fixed order: what cannot be compared is searched for us.
  test.each(files)('%s with its scripts on shows no trace of us', async (file) => {
    const tab = await openTab();
    try {
      await within(tab.open(site().url(at('running', file)), RESTLESS));
      const report = await within(tab.report(RESTLESS));
      expect(ours(tab)).toEqual([]);
      if (report === null) return;
      expect(report.errors).toEqual([]);
      const traces = await within(tab.page.evaluate(tracesOfUs));
      if (traces !== null) expect(traces).toEqual({ globals: [], nodes: 0, sheets: 0 });
    } finally {
      await within(tab.page.close());
    }
  });
});
