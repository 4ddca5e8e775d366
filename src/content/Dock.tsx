/** Pinned cards, one below the other at the side of the window. */
import type { CardActions } from '../card/actions.ts';
import { Card, type CardState } from '../card/Card.tsx';

export interface PinnedCard {
  state: Extract<CardState, { is: 'shown' }>;
  actions: CardActions;
}

export function Dock({ cards, onUnpin }: { cards: readonly PinnedCard[]; onUnpin(entity: string): void }) {
  return (
    <>
      {cards.toReversed().map(({ state, actions }) => {
        const { entity, language } = state.model;
        const titleId = `pinned-${entity}`;
        const close = { ...state.strings, cardClose: state.strings.cardUnpin };
        return (
          <section key={entity} class="card" aria-labelledby={titleId} lang={language}>
            <Card
              state={{ ...state, strings: close }}
              actions={{ ...actions, close: () => onUnpin(entity), back: null, pin: null, mute: null }}
              titleId={titleId}
            />
          </section>
        );
      })}
    </>
  );
}
