/** What a reader can do with a card; each place where cards stand does it in its own way. */

import type { AskedSource, EntityLink, LiveAnswer } from '../shared/model.ts';

/** How far a muted name stays unmarked: on this page, on this site, or on all. */
export type MuteScope = 'page' | 'site' | 'everywhere';

/** Null where a place has no such action. */
export interface CardActions {
  close: (() => void) | null;
  /** Goes back to the card from which this one was opened. */
  back: (() => void) | null;
  pin: (() => void) | null;
  /** Opens the card of another entity in place of this one. */
  open(link: EntityLink): void;
  openDossier: (() => void) | null;
  /** Asks a live source for more about the entity. */
  ask(source: AskedSource): Promise<LiveAnswer>;
  mute: ((scope: MuteScope) => void) | null;
  /** The scopes that `mute` knows. */
  scopes: readonly MuteScope[];
}
