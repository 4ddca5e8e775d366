/** The dateline of a text: "LIMA —", "Wien (APA) –", "DAKAR, 3 mars (AFP) –". */
import type { Range } from './document.ts';
import type { Scene } from './scene.ts';
import type { Word } from './spots.ts';

/** A country, and the words that tell that a text is set there. */
export interface Whereabouts {
  country: number;
  /** Set where a part of the country is named: Québec, Bayern. */
  isPart: boolean;
  detail: string;
}

export interface Dateline extends Whereabouts {
  /** Set where it names the seat of a part, in capital letters: ALBANY, N.Y. */
  isSeat: boolean;
  /** Where it ends in the text. */
  end: number;
}

/** How many lines may stand above a dateline, and how far from the start of the text, in UTF-16 units. */
const LINES_ABOVE = 5;
const LAST_DATELINE = 1500;
const LONGEST_DATELINE = 90;

/** "DAKAR, 3 mars (AFP) –", "SAN JUAN, Puerto Rico —", "PRETORIA. –", "CIUDAD DE MÉXICO.- ": a place, perhaps what it lies in or a day, an agency, a dash. */
const dateline =
  /^([\p{L}\p{M}.'’ -]{2,32}?)(?:, ([\p{L}\p{M}.'’ -]{2,30}|\d{1,2}\.? [\p{L}.]+(?: \d{4})?|\p{L}+\.? \d{1,2}))?(?:\s?[(（][\p{L}\p{N} ./-]{2,24}[)）])?\s?[.:]?\s?[—–-]{1,2}\s/u;

/** "NEW DELHI: ": with a colon, in capitals alone. */
const colonDateline = /^(\p{Lu}[\p{Lu} .'’-]{2,24}):\s/u;

/** "Hamburg. Der Senat": German and French papers set a full stop behind a town. */
const stoppedDateline = /^(\p{Lu}[\p{L}\p{M}.'’ -]{2,24})\. (?=\p{Lu})/u;

const known = new WeakMap<Scene, Dateline | null>();

/** The country in a text's dateline, or null. */
export function datelineOf(scene: Scene): Dateline | null {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const found = findDateline(scene);
  known.set(scene, found);
  return found;
}

/** 奥斯汀 —, 【奥斯汀讯】: what opens a line and is followed by what ends a dateline. */
export function isDatelined({ start, end }: Range, { text }: Scene): boolean {
  return /(?:^|\n[【（(]?)$/.test(text.slice(Math.max(0, start - 2), start)) && afterCity.test(text.slice(end, end + 24));
}

const afterCity = /^(?:\s?[（(][^（()）\n]{2,16}[)）])?(?:\s?[—–]{1,2}|[综綜]合?[电電外]|\d{0,2}日?[电電讯訊])/;

function findDateline(scene: Scene): Dateline | null {
  const { text } = scene;
  let start = 0;
  for (let line = 0; line <= LINES_ABOVE && start < Math.min(text.length, LAST_DATELINE); line++) {
    const head = text.slice(start, start + LONGEST_DATELINE);
    const stopped = stoppedDateline.exec(head);
    const match = stopped ?? dateline.exec(head) ?? colonDateline.exec(head);
    if (match !== null) {
      const [all, city = '', region] = match;
      const inside = region === undefined ? null : placeAt(start + city.length + 2, region, scene);
      const place = inside ?? placeAt(start, city, scene);
      // "Berlin – Paris in vier Stunden"
      const isRoute = city !== city.toUpperCase() && scene.spotAfter(start + all.length)?.words.some(isPlace);
      // "JACKSON: I did not" is somebody's answer.
      const seat = all.trimEnd().endsWith(':') ? -1 : scene.lexicon.capitalOf(city);
      const country = place?.value ?? seat;
      // "CANADA. À Québec" is a heading.
      if (country >= 0 && !isRoute && !(stopped && place?.kind !== 'place'))
        return { country, isPart: place?.kind !== 'country', isSeat: seat === country, end: start + all.length, detail: all.trim() };
    }
    const feed = text.indexOf('\n', start);
    if (feed < 0) return null;
    start = feed + 1;
    while (text[start] === '\n') start++;
  }
  return null;
}

/** What some words say of a country, where they are all of its name, or that of its capital or part; else null. */
function placeAt(start: number, words: string, scene: Scene): Word | null {
  const spot = scene.spotAfter(start);
  if (spot === null || spot.start !== start || spot.end !== start + words.length) return null;
  return spot.words.find(isPlace) ?? null;
}

function isPlace({ kind }: Word): boolean {
  return kind === 'country' || kind === 'place';
}
