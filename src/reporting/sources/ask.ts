/** Asking a source: with patience, not twice for the same, and telling when it last answered. */
import type { Fault } from '../../shared/model.ts';
import type { Report } from '../report.ts';
import { type Source, SourceError, type Wanted } from './source.ts';

export interface Answer {
  reports: Report[];
  /** Why there is no new answer; the reports are then those of the last good one, if any. */
  fault: Fault | null;
  /** When the reports were given, in milliseconds since 1970; null where there never was an answer. */
  goodAt: number | null;
  /** A page to search by hand. */
  link: string | null;
}

/** Answers that are kept for a source. */
const MOST_KEPT = 50;

export class Asker {
  readonly #source: Source;
  readonly #now: () => number;
  readonly #answers = new Map<string, { reports: Report[]; at: number }>();
  readonly #asking = new Map<string, Promise<Answer>>();
  #restUntil = 0;

  constructor(source: Source, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  /** What the source answers, or has answered; never rejects. */
  ask(wanted: Wanted): Promise<Answer> {
    const key = JSON.stringify([wanted.entity, wanted.names, wanted.language, wanted.article?.url ?? null]);
    const asking = this.#asking.get(key) ?? this.#ask(key, wanted).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }

  async #ask(key: string, wanted: Wanted): Promise<Answer> {
    const known = this.#answers.get(key);
    const link = this.#source.link(wanted);
    const last = { reports: known?.reports ?? [], goodAt: known?.at ?? null, link };
    if (known && this.#now() - known.at < this.#source.fresh) return { ...last, fault: null };
    if (this.#now() < this.#restUntil) return { ...last, fault: 'busy' };
    try {
      const reports = await this.#source.search(wanted, AbortSignal.timeout(this.#source.patience));
      const at = this.#now();
      this.#answers.delete(key);
      this.#answers.set(key, { reports, at });
      const [oldest] = this.#answers.keys();
      if (this.#answers.size > MOST_KEPT && oldest !== undefined) this.#answers.delete(oldest);
      return { reports, fault: null, goodAt: at, link };
    } catch (error) {
      const failure = error instanceof SourceError ? error : new SourceError('broken', String(error));
      if (failure.retryAfter !== null) this.#restUntil = this.#now() + failure.retryAfter;
      return { ...last, fault: failure.fault };
    }
  }
}
