/** The reports that a sentence rests on, as a card names them. */
import type { Dossier } from '../pack/dossier.ts';
import type { Source } from '../shared/model.ts';

/** Those of some reports that the pack knows. */
export function sourcesOf(ids: readonly string[], dossier: Dossier): Source[] {
  return ids.flatMap((id) => sourceOf(dossier, id) ?? []);
}

function sourceOf(dossier: Dossier, id: string): Source | null {
  const report = dossier.report(id);
  if (report === undefined) return null;
  return { title: report.title, outlet: report.outlet, published: report.published ?? null, language: report.language, url: report.url };
}
