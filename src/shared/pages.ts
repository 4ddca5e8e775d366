/** Paths of the extension's own pages from its root. */
import type { DossierRequest } from './messages.ts';

export const welcomePath = 'src/pages/welcome/index.html';

/** The dossier page of an entity, answered for an article's day. */
export function dossierPath({ entity, published }: DossierRequest): string {
  const query = new URLSearchParams({ entity, ...(published !== null && { published }) });
  return `src/pages/dossier/index.html?${query}`;
}
