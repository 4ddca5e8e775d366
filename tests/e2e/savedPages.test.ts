import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { painted, useBrowser, type Visit } from './reader.ts';
import { savedPages } from './site.ts';

const files = existsSync(savedPages) ? readdirSync(savedPages).filter((file) => file.endsWith('.html')) : [];

/** What a page is made of, as its own scripts could see it. */
function stateOfPage() {
  return {
    html: document.documentElement.outerHTML,
    adopted: document.adoptedStyleSheets.length,
    globals: Object.getOwnPropertyNames(window).sort(),
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
  return tab.complaints.filter((complaint) => /newsgloss|\.iife\.js/i.test(complaint));
}

describe.skipIf(files.length === 0).each(browserNames)('real pages in %s (skipped where no saved pages are at hand)', (name) => {
  const { visit, site } = useBrowser(name);
  const open: Visit[] = [];
  const at = (folder: string, file: string) => `${folder}/${encodeURIComponent(file)}`;

  afterEach(async () => {
    for (const tab of open.splice(0)) await tab.page.close();
  });

  test.each(files)('%s is read without an exception and stays as it was', async (file) => {
    const plain = await visit(site().plainUrl(at('saved', file)));
    open.push(plain);
    const wanted = await plain.page.evaluate(stateOfPage);
    const tab = await visit(at('saved', file));
    open.push(tab);
    const report = await tab.report();
    expect(report.errors).toEqual([]);
    // Addresses of the host show in no attribute of the source, so both loads serialise alike.
    expect(await tab.page.evaluate(stateOfPage)).toEqual(wanted);
    const counts = await painted(tab.page);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(report.mentions.length);
    const words = await tab.page.evaluate(selectPainted);
    if (words !== null) expect(words).toMatchObject({ selected: expect.stringMatching(/\S/), isFound: true });
    expect(ours(tab)).toEqual([]);
  });

  // Their scripts run without anything they would fetch, in no fixed order: what cannot be compared is searched for us.
  test.skipIf(name !== 'chrome').each(files)('%s with its scripts on shows no trace of us', async (file) => {
    const tab = await visit('not-news.html');
    open.push(tab);
    // Some never come to rest, with the extension or without.
    await tab.open(site().url(at('running', file)), 8_000).catch(() => undefined);
    const report = await Promise.race([tab.report().catch(() => null), new Promise<null>((next) => setTimeout(next, 8_000, null))]);
    expect(ours(tab)).toEqual([]);
    if (report === null) return;
    expect(report.errors).toEqual([]);
    const traces = await tab.page.evaluate(() => ({
      globals: Object.getOwnPropertyNames(window).filter((global) => /newsgloss/i.test(global)),
      nodes: document.querySelectorAll('[class*="newsgloss" i], [id*="newsgloss" i]').length,
      sheets: document.adoptedStyleSheets.filter((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('newsgloss'))).length,
    }));
    expect(traces).toEqual({ globals: [], nodes: 0, sheets: 0 });
  });
});
