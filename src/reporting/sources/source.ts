/** What every source of reports has in common, whether it is asked over the network or not. */
import type { AskedSource, Fault } from '../../shared/model.ts';
import type { Article, Report } from '../report.ts';

/** What reports are wanted about: an entity, an article, or an entity in an article. */
export interface Wanted {
  /** The entity's id in the pack; null where an article as a whole is asked about. */
  entity: string | null;
  /** Names to search by, the best first: of the entity, or of what the article is about. */
  names: readonly string[];
  /** BCP 47, the language in which to search. */
  language: string;
  article: Article | null;
}

/** What leaves the machine when a source is asked; the options page has a sentence for each. */
export type Sends = 'nothing' | 'names' | 'names-and-title';

export interface Source {
  readonly id: 'pack' | AskedSource;
  readonly sends: Sends;
  /** Match patterns of the hosts it asks, for which the reader's permission is needed. */
  readonly origins: readonly string[];
  /** How long an answer is waited for, and for how long it is used again, in milliseconds. */
  readonly patience: number;
  readonly fresh: number;
  /** Reports about what is wanted; rejects with a `SourceError`. */
  search(wanted: Wanted, signal: AbortSignal): Promise<Report[]>;
  /** A page on which the reader can search by hand, where there is one. */
  link(wanted: Wanted): string | null;
}

export class SourceError extends Error {
  readonly fault: Fault;
  /** How long the source asked to be left alone, in milliseconds. */
  readonly retryAfter: number | null;

  constructor(fault: Fault, message: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'SourceError';
    this.fault = fault;
    this.retryAfter = retryAfter;
  }
}

/** The browser's `fetch`, handed in. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;
