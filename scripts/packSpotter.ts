/** The pack's own matcher, compiled from its data, for command lines of related reporting. */
import { openLexicon } from '../src/match/lexicon/lexicon.ts';
import { match } from '../src/match/match.ts';
import { compilePack } from '../src/pack/compile.ts';
import { packFiles } from '../src/pack/files.ts';
import { readPacks } from '../src/pack/source.ts';
import type { Spotter } from '../src/reporting/features.ts';

export function packSpotter(): Spotter {
  const file = compilePack(readPacks())[packFiles.lexicon];
  if (file === undefined) throw new Error('the pack compiles to no lexicon');
  const lexicon = openLexicon(file.buffer);
  return (text, language) => match({ text, language, published: null }, lexicon).map(({ entity }) => entity);
}
