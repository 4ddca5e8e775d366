import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { type BrowserName, browserNames } from '../../scripts/browsers.mjs';
import { readOutlets } from '../../src/pack/source.ts';
import { onDemand } from '../../src/shared/onDemand.ts';

interface Manifest {
  manifest_version: number;
  default_locale: string;
  permissions: string[];
  optional_host_permissions: string[];
  web_accessible_resources?: unknown;
  background: { service_worker?: string; scripts?: string[] };
  content_scripts: { matches: string[]; js: string[] }[];
  host_permissions: string[];
  options_ui: { page: string };
  content_security_policy: { extension_pages: string };
  side_panel?: { default_path: string };
  sidebar_action?: { default_panel: string };
  icons: Record<string, string>;
  browser_specific_settings?: { gecko: { data_collection_permissions: { required: string[]; optional: string[] } } };
}

/** What the code must call for a permission to be of use; Firefox has its sidebar without one. */
const uses = (name: BrowserName): Record<string, RegExp> => ({
  activeTab: /scripting\.executeScript/,
  alarms: /alarms\.create/,
  scripting: /scripting\.registerContentScripts/,
  storage: /storage\.local/,
  ...(name === 'chrome' && { sidePanel: /sidePanel/ }),
});

describe.each(browserNames)('the build for %s', (name) => {
  const folder = join('dist', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file), 'utf8'));
  const code = scripts.join('\n');

  test('is Manifest V3 and hands nothing to pages', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.default_locale).toBe('en');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('asks for no permission that it does not use', () => {
    expect(manifest.permissions.toSorted()).toEqual(Object.keys(uses(name)).toSorted());
    for (const permission of manifest.permissions) expect(code, permission).toMatch(uses(name)[permission] as RegExp);
  });

  test('runs by itself on news outlets only', () => {
    const matches = manifest.content_scripts.flatMap((script) => script.matches);
    expect(matches.length).toBeGreaterThan(400);
    expect(new Set(readOutlets().map((outlet) => outlet.value.country)).size).toBeGreaterThan(40);
    // The same hosts, and no further ones, for what a page gets later.
    expect(manifest.host_permissions).toEqual(matches);
    for (const match of matches) expect(match).toMatch(/^\*:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\S*\*$/);
  });

  test.runIf(name === 'chrome')('has no element of a page but its root matched with the marks’ style', () => {
    const style = readFileSync(join(folder, onDemand.style), 'utf8');
    expect(style.match(/::highlight/g)?.length).toBeGreaterThan(10);
    expect(style.match(/(?<!:root)::highlight/)).toBeNull();
  });

  test('has its background in one plain script, whose compiled code browsers keep', () => {
    const { service_worker, scripts = [service_worker as string], ...rest } = manifest.background;
    expect(rest).toEqual({});
    const background = readFileSync(join(folder, scripts[0] as string), 'utf8');
    expect(() => new Script(background)).not.toThrow();
  });

  test('has each file that the manifest names', () => {
    const named = [
      ...Object.values(manifest.icons),
      ...manifest.content_scripts.flatMap((script) => script.js),
      ...Object.values(onDemand).map((file) => file.slice(1)),
      manifest.options_ui.page,
      name === 'chrome' ? (manifest.side_panel?.default_path as string) : (manifest.sidebar_action?.default_panel as string),
      ...['dossier', 'welcome'].map((page) => `src/pages/${page}/index.html`),
      ...(manifest.background.scripts ?? [manifest.background.service_worker as string]),
    ];
    for (const file of named) expect(files).toContain(file);
  });

  test('says what its browser wants to know', () => {
    if (name === 'chrome') expect(manifest.background.service_worker).toBeTypeOf('string');
    else {
      expect(manifest.background.scripts).toHaveLength(1);
      expect(manifest.browser_specific_settings?.gecko.data_collection_permissions).toEqual({
        required: ['none'],
        optional: ['searchTerms', 'websiteContent'],
      });
    }
  });

  test('shows and runs nothing that comes from elsewhere', () => {
    const { extension_pages: policy } = manifest.content_security_policy;
    const [fallback, ...others] = policy.split('; ');
    expect(fallback).toBe("default-src 'none'");
    // What live sources and feeds answer is fetched and read as text.
    expect(others.filter((directive) => directive.includes('http'))).toEqual(["connect-src 'self' http: https:"]);
    expect(policy).not.toContain('unsafe');
  });

  test('writes no markup and evaluates no text', () => {
    expect(code).not.toMatch(/\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(/);
  });
});
