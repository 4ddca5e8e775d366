/** One feed: RSS, Atom, RDF or JSON Feed, read by feedsmith. */
import { parseFeed } from 'feedsmith';
import type { Report } from '../report.ts';
import { reportsOf, type Told } from './foreign.ts';
import { SourceError } from './source.ts';

/** The reports of a feed's text. `address` is where it came from, for links that are relative. */
export function readFeed(text: string, address: string, now: number): { title: string | null; reports: Report[] } {
  try {
    const { title, outlet, items } = itemsOf(text);
    const told = items.map((item) => ({ ...item, url: absolute(item.url, address), outlet: item.outlet || outlet || title }));
    return { title: title ?? null, reports: reportsOf(told, now) };
  } catch (error) {
    throw new SourceError('broken', `${address}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Items {
  title: string | undefined;
  outlet?: string | undefined;
  items: Told[];
}

function itemsOf(text: string): Items {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case 'rss': {
      const { title, language, items = [] } = parsed.feed;
      return {
        title,
        items: items.map((item) => ({
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          summary: item.description,
          outlet: item.source?.title,
          published: item.pubDate ?? item.dc?.dates?.[0],
          language,
        })),
      };
    }
    case 'atom': {
      const { title, entries = [] } = parsed.feed;
      return {
        title: title?.value,
        items: entries.map((entry) => ({
          url: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href,
          title: entry.title?.value,
          summary: entry.summary?.value,
          published: entry.published ?? entry.updated,
        })),
      };
    }
    case 'rdf': {
      const { title, items = [] } = parsed.feed;
      return {
        title,
        items: items.map((item) => ({
          url: item.link ?? item.rdf?.about,
          title: item.title,
          summary: item.description,
          published: item.dc?.dates?.[0],
          language: item.dc?.languages?.[0],
        })),
      };
    }
    case 'json': {
      const { title, language, items = [] } = parsed.feed;
      return {
        title,
        items: items.map((item) => ({
          url: item.url ?? item.external_url,
          title: item.title ?? item.content_text?.slice(0, 120),
          summary: item.summary ?? item.content_text,
          published: item.date_published ?? item.date_modified,
          language: item.language ?? language,
        })),
      };
    }
  }
}

function absolute(url: string | null | undefined, base: string): string | null {
  return url && URL.canParse(url.trim(), base) ? new URL(url.trim(), base).href : null;
}
