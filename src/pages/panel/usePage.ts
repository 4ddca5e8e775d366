/** The page beside the panel, and what the pack knows around it; read anew whenever either changes. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { CONTEXT_TEXT } from '../../shared/limits.ts';
import { answerAsPanel, askBackground, askPage, type PageReport } from '../../shared/messages.ts';
import type { ArticleContext, Overview } from '../../shared/model.ts';

export type BesidePage =
  | { is: 'reading' }
  | { is: 'none' }
  | { is: 'there'; tab: number; report: PageReport; article: ArticleContext; overview: Overview };

export function usePage(fixed: number | null): BesidePage {
  const [page, setPage] = useState<BesidePage>({ is: 'reading' });
  useEffect(() => {
    const closing = new AbortController();
    let asked = 0;
    const read = async () => {
      const mine = ++asked;
      const next = await readPage(fixed);
      if (mine === asked && !closing.signal.aborted) setPage(next);
    };
    const onUpdated = (_: number, change: { status?: string }) => {
      if (change.status === 'complete') void read();
    };
    const onActivated = () => void read();
    browser.tabs.onUpdated.addListener(onUpdated);
    if (fixed === null) browser.tabs.onActivated.addListener(onActivated);
    const painted = () => {
      void read();
      return null;
    };
    answerAsPanel({ painted }, closing.signal);
    void read();
    return () => {
      closing.abort();
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onActivated.removeListener(onActivated);
    };
  }, [fixed]);
  return page;
}

async function readPage(fixed: number | null): Promise<BesidePage> {
  try {
    const tab = fixed ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
    if (tab === undefined) return { is: 'none' };
    const report = await askPage(tab, 'report');
    const article = contextOf(report);
    return { is: 'there', tab, report, article, overview: await askBackground('overview', article) };
  } catch {
    // No content script runs there.
    return { is: 'none' };
  }
}

function contextOf(report: PageReport): ArticleContext {
  const { published, address, title, language, text } = report;
  return { published, url: address, title: title ?? '', language, text: text.slice(0, CONTEXT_TEXT), mentioned: foremost(report) };
}

/** Ids of the named entities, those with most mentions first. */
function foremost({ mentions }: PageReport): string[] {
  const counts = new Map<string, number>();
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([entity]) => entity);
}
