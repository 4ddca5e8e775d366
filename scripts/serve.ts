/** A small server on this machine for saved pages, so that extensions may run on them. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';

export interface PageServer {
  /** Address under which a saved file is served. */
  addressOf(file: string): string;
  close(): Promise<void>;
}

/** Serves just the files it was asked to, each below a number of its own. */
export async function servePages(): Promise<PageServer> {
  const files: string[] = [];
  const server = createServer((request, response) => {
    const file = files[Number(/^\/(\d+)\//.exec(request.url ?? '')?.[1] ?? -1)];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(file);
    response.writeHead(200, { 'content-type': contentType(bytes) }).end(bytes);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (file) => `http://127.0.0.1:${port}/${files.push(file) - 1}/${encodeURIComponent(basename(file))}`,
    close: () => closeServer(server),
  };
}

/** Stops a server and the connections that browsers keep open. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

/**
 * What a server would have said of a saved page. Copies are often stored in
 * UTF-8 and still declare what they once were; bytes that read as UTF-8 are.
 */
export function contentType(bytes: Buffer): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}
