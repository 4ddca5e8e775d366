/**
 * The content script's end of the messages. What comes here was made by the
 * extension itself, so pages are spared the schemas; what the content script
 * sends is parsed by whoever receives it.
 */
import { browser } from '../shared/browser.ts';
import type {
  Answer,
  Arguments,
  BackgroundCalls,
  Handlers,
  PageCalls,
  PageMessage,
  PagePart,
  panelCalls,
  Result,
} from '../shared/messages.ts';

/** Asks the background; rejects with its error. */
export async function askBackground<Name extends keyof BackgroundCalls>(
  name: Name,
  ...args: Arguments<BackgroundCalls[Name]>
): Promise<Result<BackgroundCalls[Name]>> {
  const answer = (await browser.runtime.sendMessage({ to: 'background', name, arguments: args })) as Answer;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value as Result<BackgroundCalls[Name]>;
}

/** Tells open panels that the marks of this page have changed; most often there is none. */
export async function tellPanels(name: keyof typeof panelCalls): Promise<void> {
  try {
    await browser.runtime.sendMessage({ to: 'panel', name, arguments: [] });
  } catch {
    // Nobody listens.
  }
}

/** Answers the messages to this page, or to this frame of it, until the signal aborts. */
export function answerAs(part: PagePart, handlers: Handlers<PageCalls>, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Parameters<Handlers<PageCalls>['report']>[0], respond: (answer: Answer) => void) => {
    const { to, name, arguments: args } = message as PageMessage;
    if (to !== part) return undefined;
    const answer = async () => (handlers[name] as (...args: unknown[]) => unknown)(...args, sender);
    answer().then(
      (value) => respond({ ok: true, value }),
      (error: unknown) => respond({ ok: false, error: `${name}: ${error instanceof Error ? error.message : String(error)}` }),
    );
    // The answer comes later.
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never), { once: true });
}
