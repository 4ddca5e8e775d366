import { readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { compilePack } from './src/pack/compile.ts';
import { outletMatches } from './src/pack/outlets.ts';
import { readOutlets, readPacks } from './src/pack/source.ts';

/** `vite build --mode chrome` and `--mode firefox` write `dist/chrome` and `dist/firefox`. */
export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [compiledPack(), crx({ manifest: manifestFor(browser), browser }), onDemand(browser), background(browser), textOnly()],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      // Pages that the manifest does not name in every browser; the plugin finds the others.
      rolldownOptions: { input: ['panel', 'dossier', 'welcome'].map((page) => `src/pages/${page}/index.html`) },
    },
  };
});

/** The manifest of one browser: each wants the background said in its own way. */
function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  // The background is a bundle of its own, see below.
  const { background: _, browser_specific_settings, minimum_chrome_version, side_panel, sidebar_action, ...shared } = manifest;
  const [script] = shared.content_scripts;
  const matches = outletMatches(readOutlets().map((outlet) => outlet.value));
  const content_scripts = [{ ...script, matches }];
  // What a page gets later (see onDemand) takes leave of its own, though the browser asks the reader for both at once.
  const host_permissions = matches;
  const own =
    browser === 'chrome'
      ? { minimum_chrome_version, side_panel, permissions: [...shared.permissions, 'sidePanel'] }
      : { browser_specific_settings, sidebar_action };
  // The plugin's manifest type lacks some of Firefox's keys; a test asserts what is emitted.
  return { ...shared, ...own, content_scripts, host_permissions } as unknown as ManifestV3Export;
}

/** Compiles the packs' data into the files that the extension reads. */
function compiledPack(): Plugin {
  return {
    name: 'newsgloss:pack',
    generateBundle() {
      for (const [name, source] of Object.entries(compilePack(readPacks())))
        this.emitFile({ type: 'asset', fileName: `pack/${name}`, source });
    },
  };
}

/**
 * What pages get only when it is wanted, and what the manifest therefore does
 * not name: the marks' style, and the cards' script, bundled whole.
 */
function onDemand(browser: 'chrome' | 'firefox'): Plugin {
  const style = 'src/content/highlights.css';
  const entry = 'src/content/cards.iife.ts';
  return {
    name: 'newsgloss:on-demand',
    apply: 'build',
    async generateBundle() {
      const marks = readFileSync(style, 'utf8');
      // In Chromium highlights inherit: rules for the root alone hold for all, and no element of the page is matched with them.
      this.emitFile({
        type: 'asset',
        fileName: style,
        source: browser === 'chrome' ? marks.replace(/::highlight/g, ':root::highlight') : marks,
      });
      this.emitFile({ type: 'asset', fileName: entry.replace(/ts$/, 'js'), source: await bundledWhole(entry, 'cards') });
    },
  };
}

/**
 * The background as one plain script: Chromium keeps the compiled code of
 * those from one start of the worker to the next, but not of modules.
 */
function background(browser: 'chrome' | 'firefox'): Plugin {
  const entry = manifest.background.service_worker;
  const script = entry.replace(/ts$/, 'js');
  return {
    name: 'newsgloss:background',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: script, source: await bundledWhole(entry, 'background') });
        const written = bundle['manifest.json'];
        if (written?.type !== 'asset') throw new Error('the manifest is not written yet');
        const named = browser === 'chrome' ? { service_worker: script } : { scripts: [script] };
        written.source = JSON.stringify({ ...JSON.parse(String(written.source)), background: named }, null, 2);
      },
    },
  };
}

/** A script with all that it imports. */
async function bundledWhole(entry: string, name: string): Promise<string> {
  const bundles = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name } },
  });
  const [bundle] = [bundles].flat();
  if (!bundle || !('output' in bundle)) throw new Error(`${entry} is not bundled`);
  return bundle.output[0].code;
}

/**
 * Preact can set `innerHTML` for `dangerouslySetInnerHTML`, which nothing here
 * uses. Taking the assignment out of the bundles makes sure of that.
 */
function textOnly(): Plugin {
  const assignment = /\.innerHTML\s*=(?!=)/g;
  return {
    name: 'newsgloss:text-only',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = file.code.replace(assignment, '.textContent=');
          else if (file.fileName.endsWith('.js'))
            file.source = String(typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source)).replace(
              assignment,
              '.textContent=',
            );
        }
      },
    },
  };
}
