/** Fetching a text with care: in time, not too large, and in the encoding it is written in. */
import { type Fetch, SourceError } from './source.ts';

/** Largest answer that is read, after decompression: feeds of full texts reach 5 MB, so this is generous. */
export const MOST_BYTES = 10 * 2 ** 20;
/** Statuses after which asking again is of no use (RFC 9110): gone, or not for us. */
const GONE = new Set([404, 410]);
const REFUSED = new Set([401, 403, 407, 451]);

export interface Fetched {
  /** Null where the source says that nothing has changed (304). */
  text: string | null;
  etag: string | null;
  lastModified: string | null;
  /** Where the answer came from, after redirections. */
  address: string;
}

/** Fetches a text; throws a `SourceError` for whatever goes wrong. */
export async function fetchText(fetch: Fetch, address: string, signal: AbortSignal, init: RequestInit = {}): Promise<Fetched> {
  try {
    const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', ...init, signal });
    const about = {
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
      address: response.url || address,
    };
    if (response.status === 304) return { text: null, ...about };
    if (!response.ok) throw statusError(response);
    return { text: decode(await readBytes(response), response.headers.get('content-type')), ...about };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (signal.aborted) throw new SourceError('slow', `${address}: no answer in time`);
    throw new SourceError('offline', `${address}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Fetches JSON; throws a `SourceError` where the answer is none. */
export async function fetchJson(fetch: Fetch, address: string, signal: AbortSignal, init: RequestInit = {}): Promise<unknown> {
  const { text } = await fetchText(fetch, address, signal, init);
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw new SourceError('broken', `${address}: not JSON: ${text?.slice(0, 80)}`);
  }
}

/**
 * A text from its bytes: by the byte order mark, the Content-Type, the XML
 * declaration, and else UTF-8, the order of RFC 7303 (section 3).
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const mark =
    bytes[0] === 0xef && bytes[1] === 0xbb
      ? 'utf-8'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : bytes[0] === 0xff && bytes[1] === 0xfe
          ? 'utf-16le'
          : null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  const named = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  for (const label of [mark, named, declared]) {
    if (!label) continue;
    const text = tryDecode(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder().decode(bytes);
}

/** The text, or null where the encoding is unknown or is not the one. */
function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function statusError(response: Response): SourceError {
  const message = `${response.url}: ${response.status} ${response.statusText}`;
  if (GONE.has(response.status)) return new SourceError('gone', message);
  if (REFUSED.has(response.status)) return new SourceError('refused', message);
  if (response.status === 429 || response.status === 503)
    return new SourceError('busy', message, retryAfter(response.headers.get('retry-after')));
  return new SourceError('broken', message);
}

/** Milliseconds of a Retry-After header: seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const time = Date.parse(header);
  return Number.isFinite(time) ? Math.max(0, time - Date.now()) : null;
}

/** The body's bytes; a body that grows past the limit is broken off, so that a small file cannot unpack to a large one. */
async function readBytes(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      throw new SourceError('too-large', `${response.url}: more than ${MOST_BYTES} bytes`);
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
