/**
 * Where this machine keeps its browsers. Plain JavaScript, because it is asked
 * before anything is installed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {'chrome' | 'firefox'} BrowserName */

/** @type {readonly BrowserName[]} */
export const browserNames = ['chrome', 'firefox'];

/** @type {Record<BrowserName, readonly string[]>} */
const programs = {
  chrome: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows('Google/Chrome/Application/chrome.exe'),
  ],
  firefox: [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windows('Mozilla Firefox/firefox.exe'),
  ],
};

/** Environment variables that name a browser of one's own choice. */
const variables = { chrome: 'NEWSGLOSS_CHROME', firefox: 'NEWSGLOSS_FIREFOX' };

/**
 * Path of a browser's program, or undefined where it is not installed.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function lookForBrowser(name) {
  const chosen = process.env[variables[name]];
  return (chosen === undefined ? programs[name] : [chosen]).find((path) => existsSync(path));
}

/**
 * Path of a browser's program; throws one clear line where there is none.
 * @param {BrowserName} name
 * @returns {string}
 */
export function findBrowser(name) {
  const path = lookForBrowser(name);
  if (path === undefined) throw new Error(`${name} was not found; install it, or name its program in ${variables[name]}`);
  return path;
}

/**
 * @param {string} below
 * @returns {string[]}
 */
function windows(below) {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, below)];
  });
}
