import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { painted, useBrowser, type Visit } from './reader.ts';
import { savedPages } from './site.ts';

const files = existsSync(savedPages) ? readdirSync(savedPages).filter((file) => file.endsWith('.html')) : [];

describe.skipIf(files.length === 0).each(browserNames)('real pages in %s (skipped where no saved pages are at hand)', (name) => {
  const { visit, site } = useBrowser(name);
  const open: Visit[] = [];
  const html = () => document.documentElement?.outerHTML ?? '';

  afterEach(async () => {
    for (const tab of open.splice(0)) await tab.page.close();
  });

  test.each(files)('%s is read without an exception and stays as it was', async (file) => {
    const plain = await visit(site().plainUrl(`saved/${encodeURIComponent(file)}`));
    open.push(plain);
    const wanted = await plain.page.evaluate(html);
    const tab = await visit(`saved/${encodeURIComponent(file)}`);
    open.push(tab);
    const report = await tab.report();
    expect(report.errors).toEqual([]);
    // Addresses of the host show in no attribute of the source, so both loads serialise alike.
    expect(await tab.page.evaluate(html)).toBe(wanted);
    const counts = await painted(tab.page);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(report.mentions.length);
    // Some pages were saved with parts of other extensions in them, and complain by themselves.
    const own = tab.complaints.filter((complaint) => /newsgloss|extension:/i.test(complaint) && !plain.complaints.includes(complaint));
    expect(own).toEqual([]);
  });
});
