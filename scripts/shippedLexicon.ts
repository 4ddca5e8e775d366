/** The lexicon as the extension ships it, compiled from the packs' data. */
import { type Lexicon, openLexicon } from '../src/match/lexicon/lexicon.ts';
import { compilePack } from '../src/pack/compile.ts';
import { packFiles } from '../src/pack/files.ts';
import { readPacks } from '../src/pack/source.ts';

/** Compiles and opens it; throws `DataError` where the data is at fault. */
export function shippedLexicon(): Lexicon {
  const bytes = compilePack(readPacks())[packFiles.lexicon];
  if (bytes === undefined) throw new Error(`the packs compile to no ${packFiles.lexicon}`);
  return openLexicon(bytes.buffer);
}
