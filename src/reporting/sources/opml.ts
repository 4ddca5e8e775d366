/** Lists of feeds as other readers write and read them: OPML 2.0. */
import { generateOpml, parseOpml } from 'feedsmith';
import { SourceError } from './source.ts';

export interface FeedEntry {
  address: string;
  title: string | null;
}

interface Outline {
  text?: string | undefined;
  title?: string | undefined;
  xmlUrl?: string | undefined;
  outlines?: Outline[] | undefined;
}

/** The feeds of a list, folders opened, each once. Throws a `SourceError` where the text is no list. */
export function readOpml(text: string): FeedEntry[] {
  const feeds = new Map<string, FeedEntry>();
  for (const { xmlUrl, title, text: label } of outlines(text)) {
    const address = xmlUrl?.trim() ?? '';
    if (/^https?:\/\//i.test(address) && URL.canParse(address) && !feeds.has(address))
      feeds.set(address, { address, title: title ?? label ?? null });
  }
  return [...feeds.values()];
}

/** A list of feeds. */
export function writeOpml(feeds: readonly FeedEntry[], title: string): string {
  const outlines = feeds.map((feed) => ({ text: feed.title ?? feed.address, type: 'rss', xmlUrl: feed.address }));
  return generateOpml({ head: { title }, body: { outlines } });
}

function outlines(text: string): Outline[] {
  try {
    return flat(parseOpml(text).body?.outlines ?? []);
  } catch (error) {
    throw new SourceError('broken', error instanceof Error ? error.message : String(error));
  }
}

function flat(list: readonly Outline[]): Outline[] {
  return list.flatMap((outline) => [outline, ...flat(outline.outlines ?? [])]);
}
