/**
 * What admits a reading that does not speak for itself. The rules stand from
 * near to far; each kind of name says how far its evidence may lie.
 */
import type { Evidence } from '../shared/model.ts';
import type { Range } from './document.ts';
import type { Alias } from './lexicon.ts';
import type { Scene, Spot } from './scene.ts';

/** How far from a name its evidence may lie. */
const reaches = ['beside', 'sentence', 'paragraph', 'text'] as const;
type Reach = (typeof reaches)[number];

/** Fields whose words are so common that they prove little: a name needs more than them. */
const TEXT_CUES = 2;

/** The evidence that admits a weak reading, or null. */
export function evidenceFor(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const introduced = introducedBy(spot, alias, scene);
  if (introduced !== null) return { rule: 'introduced', detail: introduced };
  if (scene.isNamedInFull(alias.entity)) return { rule: 'full-name', detail: scene.lexicon.entityName(alias.entity) };
  if (alias.withName) return null;
  const beside = kinBeside(spot, alias, scene) ?? titleBeside(spot, alias, scene) ?? listedBeside(spot, alias, scene);
  if (beside !== null) return beside;
  const reach = reachOf(spot, alias, scene);
  const { document } = scene;
  const ranges: [Exclude<Reach, 'beside'>, Range][] = [
    ['sentence', document.sentenceAt(spot.start)],
    ['paragraph', document.paragraphAt(spot.start)],
    ['text', { start: 0, end: scene.text.length }],
  ];
  for (const [name, range] of ranges) {
    if (reaches.indexOf(name) > reaches.indexOf(reach)) break;
    const kin =
      name === 'text'
        ? scene.kinOf(alias.entity)
        : scene.admittedWithin(range).find((mention) => scene.lexicon.areKin(alias.entity, mention.entity));
    if (kin) return { rule: `kin-in-${name}`, detail: scene.text.slice(kin.start, kin.end) };
    if (standsAlone(spot, alias, scene)) continue;
    const cue = name === 'text' ? cueAnywhere(spot, alias, scene) : cueWithin(spot, alias, scene, range);
    if (cue !== null) return { rule: `cue-in-${name}`, detail: cue };
  }
  // Among several makers of chips, H200 is a chip.
  return scene.category(alias) === 'chip' && isCode(spot, scene) && isTopic(scene, alias)
    ? { rule: 'cue-by-company', detail: 'companies' }
    : null;
}

/**
 * Whether a text has anything to do with the field of a strong name. Full
 * names of people are shared by others, so a text without a word of politics
 * (or, for executives, of their trade) is not about them.
 */
export function fieldOf(alias: Alias, scene: Scene, self: Spot): Evidence | null {
  const word = [...scene.tally(alias.fields).first, ...scene.titles].find((spot) => spot.end <= self.start || spot.start >= self.end);
  if (word) return { rule: 'name', detail: scene.text.slice(word.start, word.end) };
  for (const entity of scene.entities) if (entity !== alias.entity) return { rule: 'name', detail: scene.lexicon.entityName(entity) };
  return null;
}

/** How far the evidence for a reading may lie, by what kind of word the name is. */
function reachOf(spot: Spot, alias: Alias, scene: Scene): Reach {
  const surface = scene.text.slice(spot.start, spot.end);
  const category = scene.category(alias);
  if (category === 'chip') return isCode(spot, scene) || isTopic(scene, alias) ? 'text' : 'paragraph';
  if (category === 'agency' && /^[A-Z]\p{Ll}+$/u.test(surface)) return alias.cued || acts(spot, scene) ? 'text' : 'sentence';
  if (category === 'policy') return 'paragraph';
  return 'text';
}

/** Letters and numbers, or capitals only: H200, TPU. */
function isCode(spot: Spot, { text }: Scene): boolean {
  const surface = text.slice(spot.start, spot.end);
  return /\d/.test(surface) || /^\p{Lu}{2,}$/u.test(surface);
}

/** "Commerce will approve", "Treasury expects": what acts is a body, and its kin may stand further off. */
function acts(spot: Spot, scene: Scene): boolean {
  return /^\s+(?:will|would|has|had|is|was|does|did|may|might|can|could|says?|said|plans?|planned|wants?|wanted|expects?|expected|declined|issued|approved|announced|told|agreed|officials)\b/.test(
    scene.text.slice(spot.end, spot.end + 16),
  );
}

/** Whether the text holds several other chips and makers, so that a word like Blackwell is at home in it. */
function isTopic(scene: Scene, alias: Alias): boolean {
  let count = 0;
  for (const entity of scene.entities) {
    const category = scene.lexicon.categoryOf(entity);
    if (entity !== alias.entity && (category === 'chip' || category === 'company') && ++count >= 3) return true;
  }
  return false;
}

/** Short names that are common words (State, House, Energy) and people: cues alone do not prove them. */
function standsAlone(spot: Spot, alias: Alias, scene: Scene): boolean {
  const surface = scene.text.slice(spot.start, spot.end);
  const category = scene.category(alias);
  if (category === 'official' || category === 'executive') return !alias.cued;
  return category === 'agency' && !alias.cued && /^[A-Z]\p{Ll}+$/u.test(surface);
}

/** "the Bureau of Industry and Security (BIS)": the entity's name ends where the bracket opens. */
function introducedBy(spot: Spot, alias: Alias, scene: Scene): string | null {
  const opening = /\s*[(（]["'“]?$/.exec(scene.text.slice(Math.max(0, spot.start - 4), spot.start));
  if (!opening) return null;
  const before = scene.admittedBefore(spot.start);
  return before !== null && before.entity === alias.entity && before.end === spot.start - opening[0].length
    ? scene.text.slice(before.start, spot.end)
    : null;
}

/** A kindred mention right beside: Nvidia Blackwell, 国务院总理李强. */
function kinBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  for (const other of [scene.admittedBefore(spot.start), scene.admittedAfter(spot.end)]) {
    if (other === null || !scene.lexicon.areKin(alias.entity, other.entity)) continue;
    const between = other.end <= spot.start ? scene.text.slice(other.end, spot.start) : scene.text.slice(spot.end, other.start);
    if (between.length <= 12 && !/[.。;；\n]/.test(between))
      return { rule: 'kin-beside', detail: scene.text.slice(other.start, other.end) };
  }
  return null;
}

/** Companies name each other in lists: 英特尔和超威, "Nvidia, Intel and Micron". */
function listedBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company') return null;
  for (const other of [scene.admittedBefore(spot.start), scene.admittedAfter(spot.end)]) {
    if (other === null || scene.lexicon.categoryOf(other.entity) !== 'company') continue;
    const between = other.end <= spot.start ? scene.text.slice(other.end, spot.start) : scene.text.slice(spot.end, other.start);
    if (/^(?:\s*[,、，]\s*(?:and |or )?|\s+(?:and|or|und|et|y)\s+|\s*(?:和|与|與|及|以及|或|과|와|や|と)\s*)$/u.test(between))
      return { rule: 'listed-beside', detail: scene.text.slice(other.start, other.end) };
  }
  return null;
}

/** A title right before or after a person's name: Secretary Bessent, 러트닉 장관, (R-Texas). */
export function titleBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const category = scene.category(alias);
  if (category !== 'official' && category !== 'executive') return null;
  const before = scene.spotBefore(spot.start);
  if (before?.words.some((word) => word.kind === 'title-before'))
    return { rule: 'title-beside', detail: scene.text.slice(before.start, spot.end) };
  const after = scene.spotAfter(spot.end);
  if (after?.words.some((word) => word.kind === 'title-after'))
    return { rule: 'title-beside', detail: scene.text.slice(spot.start, after.end) };
  const party = /^,?\s*[(（]?[RD]-[A-Z][\p{L}.]+/u.exec(scene.text.slice(spot.end, spot.end + 24));
  return party && category === 'official' ? { rule: 'title-beside', detail: party[0].trim() } : null;
}

/** A word of the name's fields in a range, unless the range speaks of something else. */
function cueWithin(spot: Spot, alias: Alias, scene: Scene, range: Range): string | null {
  const { against } = scene.lexicon.header;
  let found: string | null = null;
  const distinct = new Set<string>();
  let opposed = 0;
  for (const other of scene.wordsWithin(range)) {
    if (other === spot) continue;
    for (const word of other.words) {
      if (word.kind !== 'cue') continue;
      if ((alias.fields >>> word.value) & 1) {
        const surface = scene.text.slice(other.start, other.end);
        found ??= surface;
        distinct.add(surface.toLowerCase());
      } else if ((against >>> word.value) & 1) opposed++;
    }
  }
  return found === null || opposed > distinct.size ? null : found;
}

/** Several words of the name's fields in the text, more than of other fields. */
function cueAnywhere(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { first, distinct, opposed } = scene.tally(alias.fields);
  const cue = first.find((other) => other !== spot);
  if (cue === undefined || distinct.size < TEXT_CUES || opposed > distinct.size) return null;
  return scene.text.slice(cue.start, cue.end);
}
