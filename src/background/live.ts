/** Live sources: asked when the reader clicks, once turned on, and only for what the options page says. */
import type { EntityRecord } from '../pack/dossier.ts';
import { loadChoices, onChoicesChange } from '../reporting/choices.ts';
import { hasConsent } from '../reporting/consent.ts';
import { Asker } from '../reporting/sources/ask.ts';
import type { Fetch, Source } from '../reporting/sources/source.ts';
import { networkSources } from '../reporting/sources/sources.ts';
import type { LiveRequest } from '../shared/messages.ts';
import { type AskedSource, askedSources, type LiveAnswer } from '../shared/model.ts';
import { once } from '../shared/once.ts';
import { dossier, strings } from './pack.ts';
import { related } from './related.ts';
import { reporting } from './reporting.ts';
import { articleDay } from './time.ts';

/** Names of an article that a source is asked about. */
const MOST_NAMES = 3;

interface Asked {
  source: Source;
  asker: Asker;
}

/** The sources under the present choices; made anew when the choices change. */
let asked = once(openSources);
/** Ends what is under way when the choices change: turning off stops at once. */
let stop = new AbortController();

/** Has every change of the choices hold at once. */
export function followChoices(): void {
  onChoicesChange((what) => {
    if (what !== 'sources') return;
    stop.abort();
    stop = new AbortController();
    asked = once(openSources);
  });
}

/** Aborts when the choices change. */
export function choicesHold(): AbortSignal {
  return stop.signal;
}

/** A fetch that ends as soon as the choices change. */
export const fetchWhileChosen: Fetch = (address, init) =>
  fetch(address, { ...init, signal: AbortSignal.any([stop.signal, ...(init.signal ? [init.signal] : [])]) });

/** The live sources that the reader has turned on and the browser allows, in the order of a card. */
export async function sourcesOn(): Promise<AskedSource[]> {
  const [{ on }, sources] = await Promise.all([loadChoices(), asked()]);
  const chosen = askedSources.flatMap((id) => (on.includes(id) ? (sources.get(id)?.source ?? []) : []));
  const allowed = await Promise.all(chosen.map(hasConsent));
  return askedSources.filter((id) => chosen.some((source, index) => source.id === id && allowed[index]));
}

/** Asks a live source about an entity or an article; what it answers is kept, but not from private windows. */
export async function ask(request: LiveRequest): Promise<LiveAnswer> {
  const [{ on }, sources, pack, { language }] = await Promise.all([loadChoices(), asked(), dossier(), strings()]);
  const known = on.includes(request.source) ? sources.get(request.source) : undefined;
  const about = (request.entity === null ? request.mentioned : [request.entity]).flatMap((id) => pack.entity(id) ?? []);
  const names =
    request.entity === null
      ? about.slice(0, MOST_NAMES).flatMap((one) => namesOf(one, language)[0] ?? [])
      : about.flatMap((one) => namesOf(one, language));
  const wanted = { entity: request.entity, names, language, article: request };
  const refused: LiveAnswer = { reports: [], fault: 'refused', goodAt: null, link: known?.source.link(wanted) ?? null };
  if (known === undefined || !(await hasConsent(known.source))) return refused;
  const { reports, fault, goodAt, link } = await known.asker.ask(wanted);
  // Turned off meanwhile, it was broken off, and nothing of it is kept.
  if (!(await loadChoices()).on.includes(request.source)) return refused;
  // An encyclopedia reports nothing, and a private window leaves nothing behind.
  if (fault === null && request.source !== 'wikipedia' && !request.isPrivate)
    await (await reporting()).add(reports, request.source, goodAt ?? Date.now());
  const day = articleDay(request.published, pack);
  const isBackground = request.source === 'wikipedia';
  return {
    reports: reports.map((report) => ({ ...related(report, day, pack), background: isBackground ? report.summary : null })),
    fault,
    goodAt,
    link,
  };
}

async function openSources(): Promise<Map<AskedSource, Asked>> {
  const { archive } = await loadChoices();
  const sources = networkSources({ fetch: fetchWhileChosen, now: Date.now, archive });
  return new Map(sources.map((source) => [source.id as AskedSource, { source, asker: new Asker(source, Date.now) }]));
}

/** The name in the reader's language, then in English, each once. */
function namesOf({ names }: EntityRecord, language: string): string[] {
  return [...new Set([names[language], names['en']])].filter((name) => name !== undefined);
}
