/**
 * One lifetime for all that the content script does on a page. It ends when
 * the reader switches off, when the script is run anew, or when the extension
 * is updated away; every listener and observer hangs on its signal.
 */
import { browser } from '../shared/browser.ts';

export interface Lifetime {
  readonly signal: AbortSignal;
  end(): void;
  /** Runs a task unless the lifetime has ended; ends it where the extension is gone. */
  run<Value>(task: () => Promise<Value>): Promise<Value | undefined>;
}

/** All scripts of the extension in a frame share one global object, which is not the page's. */
const world = globalThis as { newsglossEnd?: () => void };

export function startLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => controller.abort();
  world.newsglossEnd?.();
  world.newsglossEnd = end;
  return {
    signal,
    end,
    run: async (task) => {
      if (signal.aborted) return undefined;
      try {
        return await task();
      } catch (error) {
        if (isExtensionThere()) throw error;
        // The extension was updated or removed: this script is left over and falls silent.
        end();
        return undefined;
      }
    },
  };
}

function isExtensionThere(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
