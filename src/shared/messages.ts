/**
 * Every message between the content script, the background and the pages, as
 * a function signature with its schema. Whoever receives one parses it.
 */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { CardStrings } from './cardStrings.ts';
import {
  ArticleContext,
  ArticleText,
  AskedSource,
  CardLanguage,
  CardModel,
  Day,
  EntityLink,
  LiveAnswer,
  Mention,
  Overview,
  Text,
} from './model.ts';
import { Settings } from './settings.ts';

interface Signature {
  arguments: v.GenericSchema<unknown[]>;
  result: v.GenericSchema;
}
type Signatures = Readonly<Record<string, Signature>>;
export type Arguments<S extends Signature> = v.InferOutput<S['arguments']>;
export type Result<S extends Signature> = v.InferOutput<S['result']>;

/** Which card is wanted, and for which article. */
export const CardRequest = v.object({ ...ArticleContext.entries, entity: v.string() });
export type CardRequest = v.InferOutput<typeof CardRequest>;

/** Whose dossier is wanted, and for an article of which day. */
export const DossierRequest = v.object({ entity: v.string(), published: v.nullable(Day) });
export type DossierRequest = v.InferOutput<typeof DossierRequest>;

/** What a pack says of itself, in the reader's language. */
export const PackInformation = v.object({ title: Text, version: v.string(), asOf: Day });
export type PackInformation = v.InferOutput<typeof PackInformation>;

/** The texts around cards, and the reader's language, which they are in. */
export const CardWords = v.object({ strings: CardStrings, language: CardLanguage });
export type CardWords = v.InferOutput<typeof CardWords>;

/** A card with the texts of its frame, both in the reader's language, and what else can be asked. */
export const CardAnswer = v.object({
  model: v.nullable(CardModel),
  strings: CardStrings,
  /** Live sources that may be asked for more. */
  sources: v.array(AskedSource),
});
export type CardAnswer = v.InferOutput<typeof CardAnswer>;

/** What some entities are called in the reader's language, with the texts of what lists them. */
export const NamesAnswer = v.object({ names: v.array(EntityLink), ...CardWords.entries });
export type NamesAnswer = v.InferOutput<typeof NamesAnswer>;

/** A live source, and what it is asked about: an entity, or an article as a whole. */
export const LiveRequest = v.object({
  ...ArticleContext.entries,
  source: AskedSource,
  entity: v.nullable(v.string()),
  /** Whether it is asked from a private window. */
  isPrivate: v.boolean(),
});
export type LiveRequest = v.InferOutput<typeof LiveRequest>;

/** What is kept on this machine beside settings; its size is 0 where the browser does not tell. */
export const KeptReports = v.object({ reports: v.number(), read: v.number(), bytes: v.number() });
export type KeptReports = v.InferOutput<typeof KeptReports>;

/** Durations in milliseconds of what was done on a page; null where it was not done. */
export const Timings = v.object({
  decide: v.number(),
  read: v.nullable(v.number()),
  /** From question to answer, the background's start included. */
  annotate: v.nullable(v.number()),
  paint: v.nullable(v.number()),
  /** First highlight after `DOMContentLoaded`. */
  firstHighlight: v.nullable(v.number()),
});
export type Timings = v.InferOutput<typeof Timings>;

/** What the content script made of its page. */
export const PageReport = v.object({
  isArticle: v.boolean(),
  /** What decided that it is one, or is not. */
  reason: v.string(),
  title: v.nullable(v.string()),
  outlet: v.nullable(v.string()),
  published: v.nullable(Day),
  /** Day of the last change, where the page states a later one. */
  updated: v.nullable(Day),
  language: v.nullable(v.string()),
  /** The article's canonical address; null where the page is none. */
  address: v.nullable(v.string()),
  /** The text that offsets of mentions count in. */
  text: v.string(),
  mentions: v.array(Mention),
  timings: Timings,
  /** How often the page has been read since it was opened, and how often a text of it was annotated: both follow what changes. */
  readings: v.number(),
  annotations: v.number(),
  errors: v.array(v.string()),
});
export type PageReport = v.InferOutput<typeof PageReport>;

/** What the background answers. */
export const backgroundCalls = {
  /** Finds the mentions in an article's text. */
  annotate: { arguments: v.tuple([ArticleText]), result: v.array(Mention) },
  /** Composes the card of an entity; its model is null where the pack has no such entity. */
  card: { arguments: v.tuple([CardRequest]), result: CardAnswer },
  /** Names entities by their ids; those that the pack does not know are left out. */
  names: { arguments: v.tuple([v.array(v.string())]), result: NamesAnswer },
  /** Composes what the pack knows around an article. */
  overview: { arguments: v.tuple([ArticleContext]), result: Overview },
  /** Asks a live source that is turned on. */
  ask: { arguments: v.tuple([LiveRequest]), result: LiveAnswer },
  /** Remembers an article that the reader reads, where the reader wants that. */
  remember: { arguments: v.tuple([ArticleContext]), result: v.null() },
  /** Counts what is kept. */
  kept: { arguments: v.tuple([]), result: KeptReports },
  /** Forgets the articles that were read, or everything that is kept. */
  forget: { arguments: v.tuple([v.picklist(['reading', 'all'])]), result: v.null() },
  /** Tells which pack is in use. */
  pack: { arguments: v.tuple([]), result: PackInformation },
  /** Tells what the reader has chosen, and loads meanwhile what an article is annotated with: pages ask while they are read. */
  settings: { arguments: v.tuple([]), result: Settings },
  /** Gives the frame that asks the style of the marks. */
  loadStyle: { arguments: v.tuple([]), result: v.null() },
  /** Runs the script of the cards in the frame that asks, and tells in what words they speak before their answers are there. */
  loadCards: { arguments: v.tuple([]), result: CardWords },
  /** Opens the dossier page of an entity in a tab of its own. */
  openDossier: { arguments: v.tuple([DossierRequest]), result: v.null() },
} satisfies Signatures;

/** What the content script of a tab answers. */
export const pageCalls = {
  /** Tells what was made of the page. */
  report: { arguments: v.tuple([]), result: PageReport },
  /** Scrolls to a mention by its number, and opens its card where asked to. */
  show: { arguments: v.tuple([v.object({ mention: v.number(), open: v.boolean() })]), result: v.boolean() },
  /** Goes to the next mention, or back to the one before, and opens its card for the keyboard; false where there is none. */
  step: { arguments: v.tuple([v.object({ back: v.boolean() })]), result: v.boolean() },
  /** Opens the list of all mentions for the keyboard, or closes it where it is open; false where there are none. */
  list: { arguments: v.tuple([]), result: v.boolean() },
} satisfies Signatures;

/** What the panel answers, where one is open. */
export const panelCalls = {
  /** Hears that the marks of some page have changed. */
  painted: { arguments: v.tuple([]), result: v.null() },
} satisfies Signatures;

export type BackgroundCalls = typeof backgroundCalls;
export type PageCalls = typeof pageCalls;

/** Asks the background; rejects with its error. */
export async function askBackground<Name extends keyof BackgroundCalls>(
  name: Name,
  ...args: Arguments<BackgroundCalls[Name]>
): Promise<Result<BackgroundCalls[Name]>> {
  const answer = await browser.runtime.sendMessage({ to: 'background', name, arguments: args });
  return accept(backgroundCalls[name].result, answer) as Result<BackgroundCalls[Name]>;
}

/**
 * Asks the content script of a tab: of its page, or of the frame in it that
 * holds the article where the page itself is none. Rejects where there is neither.
 */
export async function askPage<Name extends keyof PageCalls>(
  tab: number,
  name: Name,
  ...args: Arguments<PageCalls[Name]>
): Promise<Result<PageCalls[Name]>> {
  const ask = async (to: PagePart) => {
    const answer = await browser.tabs.sendMessage(tab, { to, name, arguments: args } satisfies PageMessage);
    return accept(pageCalls[name].result, answer) as Result<PageCalls[Name]>;
  };
  const ofPage = ask('page');
  // Only a frame with an article answers.
  const ofFrame = ask('frame').catch(() => null);
  const answer = await ofPage.catch(() => null);
  return (hasArticle(answer) ? answer : await ofFrame) ?? ofPage;
}

function hasArticle(answer: boolean | PageReport | null): boolean {
  return typeof answer === 'object' ? answer?.isArticle === true : answer;
}

/** The page itself answers, or the frame in it that holds an article. */
export type PagePart = 'page' | 'frame';

/** A message to a content script, as it is sent. */
export interface PageMessage {
  to: PagePart;
  name: keyof PageCalls;
  arguments: unknown[];
}

/** A handler gets the message's arguments, and who sent it. */
export type Handlers<Calls extends Signatures> = {
  [Name in keyof Calls]: (
    ...args: [...Arguments<Calls[Name]>, Runtime.MessageSender]
  ) => Promise<Result<Calls[Name]>> | Result<Calls[Name]>;
};

/** Answers the messages to the background until the signal aborts. */
export function answerAsBackground(handlers: Handlers<BackgroundCalls>, signal?: AbortSignal): void {
  listen('background', backgroundCalls, handlers, signal);
}

/** Answers the messages to panels until the signal aborts. */
export function answerAsPanel(handlers: Handlers<typeof panelCalls>, signal: AbortSignal): void {
  listen('panel', panelCalls, handlers, signal);
}

const Envelope = v.object({ to: v.string(), name: v.string(), arguments: v.array(v.unknown()) });
const Answer = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);
export type Answer = v.InferOutput<typeof Answer>;

function listen<Calls extends Signatures>(to: string, calls: Calls, handlers: Handlers<Calls>, signal: AbortSignal | undefined): void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Answer> | undefined => {
    const envelope = v.safeParse(Envelope, message);
    if (!envelope.success || envelope.output.to !== to || sender.id !== browser.runtime.id) return undefined;
    const { name, arguments: args } = envelope.output;
    const call = Object.hasOwn(calls, name) ? (calls[name] as Signature) : undefined;
    return (
      call &&
      respond(name, () => (handlers[name] as (...args: unknown[]) => unknown)(...(v.parse(call.arguments, args) as unknown[]), sender))
    );
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

async function respond(name: string, run: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error: `${name}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function accept(schema: v.GenericSchema, answer: unknown): unknown {
  const parsed = v.parse(Answer, answer);
  if (!parsed.ok) throw new Error(parsed.error);
  return v.parse(schema, parsed.value);
}
