/** Names of the compiled pack's files, below the extension's `pack/` folder. */
export const packFiles = { lexicon: 'lexicon.bin', dossier: 'dossier.bin' } as const;
