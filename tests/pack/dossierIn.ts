/** The dossier of compiled packs, as a reader of a language gets it. */
import { type Dossier, openDossier } from '../../src/pack/dossier.ts';
import { packFiles } from '../../src/pack/files.ts';
import type { CardLanguage } from '../../src/shared/model.ts';

export function dossierIn(language: CardLanguage, files: Record<string, Uint8Array<ArrayBuffer>>): Dossier {
  const file = (name: string) => (files[name] as Uint8Array<ArrayBuffer>).buffer;
  return openDossier(file(packFiles.dossier), file(packFiles.texts(language)), language);
}
