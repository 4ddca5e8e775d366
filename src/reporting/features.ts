/** What a report or an article is compared by: words, entities, numbers, topics and the sound of names, as numbers. */
import { conceptsOf } from './concepts.ts';
import { hash32 } from './hash.ts';
import { numberKeys } from './numbers.ts';
import { soundsOf } from './sounds.ts';
import { isCommon, type Run, runsOf, termsOf } from './words.ts';

/** Kinds of features; a feature carries its kind in its three lowest bits. */
export const WORD = 0;
export const ENTITY = 1;
export const NUMBER = 2;
export const CONCEPT = 3;
export const SOUND = 4;
/** The address a report is kept under: no likeness, but a way to know at once that a page is new. */
export const ADDRESS = 5;

/** Finds the ids of the entities that a text names; the pack's matcher, handed in. */
export type Spotter = (text: string, language: string | null) => string[];

export interface Feature {
  /** How often, and in how weighty a place, it was found. */
  weight: number;
  /** How it is told to a reader. */
  label: string;
  /** Whether it is written like a name: in capitals, with digits, or in Latin letters amid another script. */
  name: boolean;
}

/** A part of a text with its weight. */
export interface Part {
  text: string;
  weight: number;
}

/** The features of a text in parts. */
export function featuresOf(parts: readonly Part[], language: string | null, spot: Spotter): Map<number, Feature> {
  const features = new Map<number, Feature>();
  const add = (kind: number, key: string, weight: number, label: string, name: boolean) => {
    const feature = featureKey(kind, key);
    const known = features.get(feature);
    if (known) {
      known.weight += weight;
      known.name ||= name;
    } else features.set(feature, { weight, label, name });
  };
  const eastern = /^(?:zh|ja|ko)/.test(language ?? '');
  for (const { text, weight } of parts) {
    if (text === '') continue;
    const runs = runsOf(text);
    const heading = isHeading(runs);
    for (const run of runs) {
      const name =
        run.script === 'katakana' || (run.script === 'word' && (eastern || /\d/.test(run.text) || (!heading && /^\p{Lu}/u.test(run.text))));
      for (const term of termsOf(run)) add(WORD, term, weight, run.script === 'word' ? run.text : term, name);
      if (!isCommon(run.folded)) for (const sound of soundsOf(run)) add(SOUND, sound, weight, run.text, true);
    }
    for (const concept of conceptsOf(runs)) add(CONCEPT, concept, weight, concept, false);
    for (const key of numberKeys(text)) add(NUMBER, key, weight, key, true);
    for (const entity of spot(text, language)) add(ENTITY, entity, weight, entity, true);
  }
  return features;
}

/** The kind of a feature. */
export function kindOf(feature: number): number {
  return feature & 7;
}

/** The number of a feature; a key may share its number with others, seldom. */
export function featureKey(kind: number, key: string): number {
  return ((hash32(key, kind) & ~7) | kind) >>> 0;
}

/** Whether most words begin with capitals, as in English headlines; there a capital says nothing. */
function isHeading(runs: readonly Run[]): boolean {
  const words = runs.filter((run) => run.script === 'word' && run.text.length > 3);
  return words.length >= 4 && words.filter((run) => /^\p{Lu}/u.test(run.text)).length / words.length > 0.7;
}
