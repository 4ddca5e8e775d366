/** Cards on the extension's own pages: one after the other in the same place, with a way back. */
import { useEffect, useState } from 'preact/hooks';
import type { CardActions } from '../card/actions.ts';
import type { CardState } from '../card/Card.tsx';
import { isPrivateWindow } from '../shared/browser.ts';
import type { Translate } from '../shared/i18n.ts';
import { askBackground } from '../shared/messages.ts';
import type { ArticleContext, EntityLink } from '../shared/model.ts';
import { mute, unmute } from '../shared/settings.ts';

export interface OpenCard {
  link: EntityLink;
  state: CardState;
  actions: CardActions;
}

/** The card that is open, or null; and how to open one. */
export function useCards(article: ArticleContext, translate: Translate): { card: OpenCard | null; open(link: EntityLink): void } {
  const [trail, setTrail] = useState<readonly EntityLink[]>([]);
  const [state, setState] = useState<CardState | null>(null);
  const [tries, setTries] = useState(0);
  const link = trail.at(-1);
  const entity = link?.entity;
  const name = link?.name.text ?? '';
  useEffect(() => {
    if (entity === undefined) return;
    const plain = { name, close: translate('cardClose') };
    let wanted = true;
    const show = (next: CardState) => wanted && setState(next);
    show({ is: 'loading', ...plain, text: translate('cardLoading') });
    askBackground('card', { ...article, entity }).then(
      ({ model, strings, sources }) =>
        show(
          model === null
            ? { is: 'missing', ...plain, text: strings.cardMissing }
            : { is: 'shown', model, strings, sources, address: article.url },
        ),
      (error: unknown) => {
        const text = translate('cardFailed', error instanceof Error ? error.message : String(error));
        show({ is: 'failed', ...plain, text, retry: { label: translate('cardRetry'), run: () => setTries(tries + 1) } });
      },
    );
    return () => {
      wanted = false;
    };
  }, [entity, tries]);
  const open = (next: EntityLink) => setTrail([...trail, next]);
  if (link === undefined || state === null) return { card: null, open };
  const close = () => setTrail([]);
  const muteEverywhere = async () => {
    const muted = { entity: link.entity, name, site: null };
    await mute(muted);
    const undo = () => void unmute(muted).then(close);
    const undoing = { label: translate('cardUndo'), run: undo };
    setState({ is: 'muted', name, close: translate('cardClose'), text: translate('cardMuted'), undo: undoing });
  };
  const actions: CardActions = {
    close,
    back: trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : null,
    pin: null,
    ask: (source) => askBackground('ask', { ...article, source, entity: link.entity, isPrivate: isPrivateWindow() }),
    open,
    openDossier: () => void askBackground('openDossier', { entity: link.entity, published: article.published }),
    mute: () => void muteEverywhere(),
    scopes: ['everywhere'],
  };
  return { card: { link, state, actions }, open };
}
