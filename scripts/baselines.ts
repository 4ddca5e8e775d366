/** Two simpler ways of finding the pack's names, which anyone would try first: what the evaluation compares with. */
import nlp from 'compromise';
import type { Lexicon } from '../src/match/lexicon/lexicon.ts';
import { foldText } from '../src/match/spotting/fold.ts';
import { scan } from '../src/match/spotting/scan.ts';
import type { Category } from '../src/shared/categories.ts';

/** A mention as something found it. */
export interface Found {
  start: number;
  end: number;
  entity: string;
  name: string;
  category: Category;
  evidence?: string;
}

/** Every alias of the pack counts wherever it stands, the longest first; of several entities the first is taken. */
export function longestAliases(text: string, lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  const spots = scan(lexicon.automaton, text);
  for (let at = 0; at < spots.length; at += 3) {
    const entity = entityOf(spots[at + 2] as number, lexicon);
    if (entity !== null) found.push(describe(spots[at] as number, spots[at + 1] as number, entity, lexicon));
  }
  return found;
}

/** People and organisations that a general tagger for English finds, where they are an alias of the pack. */
export function taggedAliases(text: string, lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  const tagged = nlp(text);
  const spans = [...tagged.people().json({ offset: true }), ...tagged.organizations().json({ offset: true })] as {
    offset: { start: number; length: number };
  }[];
  for (const { offset } of spans) {
    const surface = text.slice(offset.start, offset.start + offset.length);
    const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(surface)?.[0] ?? '';
    const start = offset.start + surface.indexOf(core);
    const [from, to, pattern] = scan(lexicon.automaton, core);
    if (from !== 0 || to !== core.length || pattern === undefined || foldText(core) === '') continue;
    const entity = entityOf(pattern, lexicon);
    if (entity !== null) found.push(describe(start, start + core.length, entity, lexicon));
  }
  return found;
}

/** The first entity that a pattern names, or null where it names none. */
function entityOf(pattern: number, lexicon: Lexicon): number | null {
  const alias = lexicon.meanings(pattern).find((meaning) => meaning.kind === 'alias');
  return alias ? lexicon.alias(alias.value).entity : null;
}

function describe(start: number, end: number, entity: number, lexicon: Lexicon): Found {
  return { start, end, entity: lexicon.entityId(entity), name: lexicon.entityName(entity), category: lexicon.categoryOf(entity) };
}
