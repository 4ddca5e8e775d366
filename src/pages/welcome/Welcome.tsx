import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import browser, { type Commands } from 'webextension-polyfill';
import { Card } from '../../card/Card.tsx';
import type { ArticleContext, EntityLink } from '../../shared/model.ts';
import { askToReadNews } from '../allowNews.ts';
import type { PageContext } from '../page.tsx';
import { Shortcuts } from '../Shortcuts.tsx';
import { useCards } from '../useCards.ts';

export interface WelcomeProps extends PageContext {
  example: ArticleContext;
  /** The names of the example's sentence, in the order of its places. */
  names: readonly EntityLink[];
  commands: readonly Commands.Command[];
  mayRead: boolean;
}

const CARD = 'card';

export function Welcome({ translate: t, example, names, commands, mayRead: first }: WelcomeProps) {
  const { card, open } = useCards(example, t);
  const [mayRead, setMayRead] = useState(first);
  const element = useRef<HTMLElement>(null);
  const entity = card?.link.entity;
  useEffect(() => {
    if (entity !== undefined) element.current?.focus({ preventScroll: true });
  }, [entity]);
  return (
    <>
      <img src="/icons/128.png" alt="" width="56" height="56" />
      <h1>{t('welcomeTitle')}</h1>
      <ol class="steps">
        <Step title={t('welcomeRead')}>
          <p>{t('welcomeReadText')}</p>
          {!mayRead && (
            <div class="notice">
              <p>{t('optionsAccess')}</p>
              <button type="button" class="action is-first" onClick={() => void askToReadNews().then(setMayRead)}>
                {t('optionsAllow')}
              </button>
            </div>
          )}
        </Step>
        <Step title={t('welcomeClick')}>
          <p>{t('welcomeClickText')}</p>
          <p class="example">
            <Example sentence={t('welcomeExample')} names={names} onOpen={open} />
          </p>
          {card && (
            <section ref={element} id={CARD} class="card boxed limited" tabIndex={-1} aria-labelledby="card-title">
              <Card state={card.state} actions={card.actions} titleId="card-title" />
            </section>
          )}
        </Step>
        <Step title={t('welcomeKeys')}>
          <p>{t('welcomeKeysText')}</p>
          <Shortcuts commands={commands} translate={t} />
          <button type="button" class="action" onClick={() => void browser.runtime.openOptionsPage()}>
            {t('welcomeOptions')}
          </button>
        </Step>
      </ol>
      <p class="hint">{t('optionsPrivacy')}</p>
    </>
  );
}

function Step({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <li>
      <h2>{title}</h2>
      <div>{children}</div>
    </li>
  );
}

/** The sentence with its names as links that look like marks, and lead to the card below: buttons would not break between lines. */
function Example({ sentence, names, onOpen }: { sentence: string; names: readonly EntityLink[]; onOpen(link: EntityLink): void }) {
  return (
    <>
      {sentence.split(/(\$\d)/).map((piece) => {
        const link = /^\$\d$/.test(piece) ? names[Number(piece[1]) - 1] : undefined;
        if (link === undefined) return piece;
        return (
          <a
            key={piece}
            href={`#${CARD}`}
            class={`mark is-${link.category}`}
            style={{ '--hue': `var(--${link.category})` }}
            onClick={(event) => {
              event.preventDefault();
              onOpen(link);
            }}
          >
            {link.name.text}
          </a>
        );
      })}
    </>
  );
}
