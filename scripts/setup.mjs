/**
 * Installs what the project's commands need and this machine lacks: the
 * packages of package-lock.json, and on Debian or Ubuntu the browsers and the
 * fonts that pages in Chinese, Japanese and Korean are drawn with.
 *
 * usage: node scripts/setup.mjs [chrome] [firefox] [fonts]   (no word: any one browser)
 * Plain JavaScript, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const wanted = process.argv.slice(2);

installPackages();
const { lookForBrowser } = await import(new URL('./browsers.mjs', import.meta.url).href);
installFromDistribution(missing());

/** Runs `npm ci` unless node_modules already holds what the lock file names. */
function installPackages() {
  const lock = readFileSync(new URL('package-lock.json', root));
  const stamp = new URL('node_modules/.newsgloss-lock', root);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('installing packages');
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, hash);
}

/** Names of the distribution's packages for what is not there. */
function missing() {
  /** @type {string[]} */
  const packages = [];
  const chrome = lookForBrowser('chrome') !== undefined;
  const firefox = lookForBrowser('firefox') !== undefined;
  if (!chrome && (wanted.includes('chrome') || (wanted.length === 0 && !firefox))) packages.push('chromium');
  if (!firefox && wanted.includes('firefox')) packages.push('firefox-esr');
  if (process.platform === 'linux' && (wanted.includes('fonts') || packages.length > 0) && !hasEasternFonts())
    packages.push('fonts-noto-cjk');
  return packages;
}

function hasEasternFonts() {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'].some((path) => existsSync(path) && statSync(path).size > 0);
}

/**
 * Installs packages with apt-get, as root or through sudo; elsewhere the command that needs them says what is missing.
 * @param {string[]} packages
 */
function installFromDistribution(packages) {
  if (packages.length === 0 || !existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  const sudo = !isRoot && spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!isRoot && !sudo) {
    say(`missing: ${packages.join(', ')}; install them with: sudo apt-get install ${packages.join(' ')}`);
    return;
  }
  say(`installing ${packages.join(', ')}`);
  /** @param {string[]} args */
  const apt = (...args) =>
    run(sudo ? 'sudo' : 'apt-get', [...(sudo ? ['apt-get'] : []), '-qq', ...args], { DEBIAN_FRONTEND: 'noninteractive' });
  apt('update');
  // Ubuntu's own packages of both browsers are named differently and come as snaps.
  for (const name of packages) apt('install', '-y', '--no-install-recommends', available(name));
}

/**
 * The name under which the distribution has a package.
 * @param {string} name
 */
function available(name) {
  const other = name === 'chromium' ? 'chromium-browser' : name === 'firefox-esr' ? 'firefox' : undefined;
  const known = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '';
  return other && !/Candidate: (?!\(none\))/.test(known) ? other : name;
}

/**
 * Runs a program to its end; its failure is this script's.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(program, args, env = {}) {
  // What the installers print is no output of the command that needs them.
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
  if (status === 0) return;
  say(error ? `${program}: ${error.message}` : `${program} ${args[0]} failed`);
  process.exit(2);
}

/** @param {string} text */
function say(text) {
  console.error(`newsgloss: ${text}`);
}
