import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { compilePack } from './src/pack/compile.ts';
import { outletMatches } from './src/pack/outlets.ts';
import { readOutlets, readPacks } from './src/pack/source.ts';

/** `vite build --mode chrome` and `--mode firefox` write `dist/chrome` and `dist/firefox`. */
export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [compiledPack(), crx({ manifest: manifestFor(browser), browser }), textOnly()],
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
  const { background, browser_specific_settings, minimum_chrome_version, side_panel, sidebar_action, ...shared } = manifest;
  const [script] = shared.content_scripts;
  const content_scripts = [{ ...script, matches: outletMatches(readOutlets().map((outlet) => outlet.value)) }];
  const own =
    browser === 'chrome'
      ? { background, minimum_chrome_version, side_panel, permissions: [...shared.permissions, 'sidePanel'] }
      : { background: { scripts: [background.service_worker], type: background.type }, browser_specific_settings, sidebar_action };
  // The plugin's manifest type lacks some of Firefox's keys; a test asserts what is emitted.
  return { ...shared, ...own, content_scripts } as unknown as ManifestV3Export;
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
