/**
 * A network of our own, as the browser's proxy: it plays hosts of the web on
 * this machine, and writes down everything that would have left it.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { closeServer } from './serve.ts';

export type Play = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface PlayedNetwork {
  readonly port: number;
  /** What was asked, in order: `GET https://host/path?query`, or `CONNECT host:port` where the host is not played. */
  readonly asked: string[];
  /** What was asked of one host. */
  askedOf(host: string): string[];
  /** Has a host answered, over http and https. */
  play(host: string, play: Play): void;
  /** Forgets all hosts, and what was asked. */
  reset(): void;
  close(): Promise<void>;
}

/** Signed by itself for just this: browsers of tests are told to take it. */
const certificate = readFileSync(new URL('./playedNetwork.pem', import.meta.url));

export async function playNetwork(): Promise<PlayedNetwork> {
  const plays = new Map<string, Play>();
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse, address: URL) => {
    asked.push(`${request.method} ${decodeURIComponent(address.href.replace(/\+/g, ' '))}`);
    const play = plays.get(address.hostname);
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      if (play) play(request, response, body);
      else response.writeHead(502).end();
    });
  };
  const secure = createSecureServer({ key: certificate, cert: certificate }, (request, response) =>
    answer(request, response, new URL(request.url ?? '/', `https://${request.headers.host}`)),
  );
  // To a proxy, plain requests name their whole address.
  const proxy = createServer((request, response) => answer(request, response, new URL(request.url ?? '/', 'http://proxy')));
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    socket.on('error', () => socket.destroy());
    const [host] = (request.url ?? '').split(':');
    if (plays.has(host ?? '')) {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      secure.emit('connection', socket);
    } else {
      asked.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 502 Bad gateway\r\n\r\n');
    }
  });
  await new Promise<void>((started) => proxy.listen(0, '127.0.0.1', started));
  return {
    port: (proxy.address() as AddressInfo).port,
    asked,
    askedOf: (host) => asked.filter((line) => line.includes(`//${host}/`) || line.includes(` ${host}:`)),
    play: (host, play) => void plays.set(host, play),
    reset: () => {
      plays.clear();
      asked.length = 0;
    },
    close: async () => {
      secure.closeAllConnections();
      await closeServer(proxy);
    },
  };
}
