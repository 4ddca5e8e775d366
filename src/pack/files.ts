import type { CardLanguage } from '../shared/model.ts';

/** Names of the compiled pack's files, below the extension's `pack/` folder. */
export const packFiles = {
  lexicon: 'lexicon.bin',
  dossier: 'dossier.bin',
  /** What the dossier tells, in one language. */
  texts: (language: CardLanguage) => `texts.${language}.bin`,
} as const;
