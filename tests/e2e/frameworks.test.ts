import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import type { PageReport } from '../../src/shared/messages.ts';
import { story } from './frameworks/story.ts';
import { clickOn, eventually, openCard, paintedWords, useBrowser, type Visit } from './reader.ts';

const frameworks = ['react', 'vue'] as const;

/** A page that one framework draws. */
async function bundled(framework: (typeof frameworks)[number]): Promise<string> {
  const bundles = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    build: { write: false, lib: { entry: `tests/e2e/frameworks/${framework}.ts`, formats: ['iife'], name: 'page' } },
  });
  const [bundle] = [bundles].flat();
  return bundle && 'output' in bundle ? bundle.output[0].code : '';
}

function words({ text, mentions }: PageReport): string[] {
  return mentions.map(({ start, end }) => text.slice(start, end)).sort();
}

/** Resolves once the marks on the page are those of a reading that is as wanted, each on its own word. */
async function settled(tab: Visit, isWanted: (report: PageReport) => boolean): Promise<PageReport> {
  const { report } = await eventually(
    async () => ({ report: await tab.report(), painted: await paintedWords(tab.page) }),
    ({ report, painted }) => isWanted(report) && String(words(report)) === String(painted),
  );
  return report;
}

describe.each(browserNames)('in %s', (name) => {
  const { visit, site } = useBrowser(name);

  beforeAll(async () => {
    for (const framework of frameworks) {
      site().add(`${framework}.js`, await bundled(framework));
      site().add(
        `${framework}.html`,
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>${story.title}</title><meta property="og:type" content="article"><div id="root"></div><script src="${framework}.js"></script></html>`,
      );
    }
  });

  describe.each(frameworks)('a page that %s draws', (framework) => {
    const press = (tab: Visit, button: string) => tab.page.click(`#${button}`);
    const open = async () => {
      const tab = await visit(`${framework}.html`);
      await settled(tab, ({ mentions }) => mentions.length > 0);
      return tab;
    };
    const readTimes = (tab: Visit) => tab.page.evaluate(() => document.getElementById('reads')?.textContent);

    test('draws its marked text anew without a fault, and keeps its marks', async () => {
      const tab = await open();
      const before = words(await tab.report());
      for (let time = 0; time < 3; time++) await press(tab, 'again');
      await eventually(
        () => readTimes(tab),
        (text) => text === 'Read 3 times since the page was opened.',
      );
      expect(words(await settled(tab, ({ text }) => text.includes('Read 3 times')))).toEqual(before);
      expect(tab.complaints).toEqual([]);
    });

    test('edits in place, puts paragraphs before others and takes them away: the marks follow', async () => {
      const tab = await open();
      await press(tab, 'edit');
      await settled(tab, ({ text }) => text.includes(story.edited));
      await press(tab, 'shift');
      const shifted = await settled(tab, ({ text }) => text.includes(story.added));
      expect(words(shifted)).toContain('Elizabeth Warren');
      await press(tab, 'drop');
      const dropped = await settled(tab, ({ text }) => !text.includes(story.added));
      expect(words(dropped)).not.toContain('Elizabeth Warren');
      expect(words(dropped)).toContain('Jensen Huang');
      expect(tab.complaints).toEqual([]);
    });

    test('takes its article away, which leaves no mark, and brings it back', async () => {
      const tab = await open();
      const before = words(await tab.report());
      await press(tab, 'leave');
      await eventually(
        () => paintedWords(tab.page),
        (painted) => painted.length === 0,
      );
      await press(tab, 'leave');
      expect(words(await settled(tab, ({ mentions }) => mentions.length > 0))).toEqual(before);
      expect(tab.complaints).toEqual([]);
    });

    test('hears the click that opens a card, and goes on working under the card', async () => {
      const tab = await open();
      await clickOn(tab.page, 'Jensen Huang');
      expect((await openCard(tab)).text).toContain('Jensen Huang');
      await eventually(
        () => readTimes(tab),
        (text) => text === 'Read 1 times since the page was opened.',
      );
      await press(tab, 'edit');
      await settled(tab, ({ text }) => text.includes(story.edited));
      expect(tab.complaints).toEqual([]);
    });
  });
});
