/** A news site of our own on this machine: the fixtures, with the headers that their real counterparts send. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { PLAIN_HOST } from '../../scripts/launch.ts';
import { closeServer, contentType } from '../../scripts/serve.ts';

export interface Site {
  /** Address of a page on a host that the extension may read. */
  url(path: string): string;
  /** Address of the same page where the extension may not run. */
  plainUrl(path: string): string;
  /** Serves a text that no file holds below a path from now on. */
  add(path: string, text: string): void;
  close(): Promise<void>;
}

const folders = ['tests/fixtures/site', 'docs/demo'];
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.pdf': 'application/pdf' };

/** Real pages that were saved elsewhere, served below `saved/`, and below `running/` with their scripts on. */
export const savedPages = resolve('../shared/pages');

/**
 * The policies that pages come with: one forbids all but its own style sheet.
 * Saved pages fetch nothing, since nothing is there, and keep still unless
 * their own scripts are to run, so that two loads are alike.
 */
function policyOf(path: string): string | null {
  if (path === '/hostile.html') return "default-src 'none'; style-src 'self'; img-src 'self'";
  if (path.startsWith('/saved/')) return "default-src 'none'; style-src 'unsafe-inline'";
  return path.startsWith('/running/') ? "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'" : null;
}

export async function startSite(): Promise<Site> {
  const added = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const bytes = added.get(path) ?? read(path);
    if (bytes === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const policy = policyOf(path);
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? contentType(bytes),
      ...(policy !== null && { 'content-security-policy': policy }),
    });
    response.end(bytes);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}/${path}`,
    plainUrl: (path) => `http://${PLAIN_HOST}:${port}/${path}`,
    add: (path, text) => added.set(`/${path}`, Buffer.from(text)),
    close: () => closeServer(server),
  };
}

function read(path: string): Buffer | null {
  if (path === '/favicon.ico') return Buffer.alloc(0);
  const saved = /^\/(?:saved|running)\/(.*)$/.exec(path)?.[1];
  const candidates = saved !== undefined ? [join(savedPages, saved)] : folders.map((folder) => resolve(join(folder, path)));
  const file = candidates.find((candidate) => existsSync(candidate));
  return file === undefined ? null : readFileSync(file);
}
