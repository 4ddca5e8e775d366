/** The top of a card: who or what it is, and the buttons that concern the card itself. */
import type { ComponentChildren } from 'preact';
import type { CardStrings } from '../shared/cardStrings.ts';
import type { Category } from '../shared/categories.ts';
import type { CardModel } from '../shared/model.ts';
import type { CardActions } from './actions.ts';
import { formatCountry } from './format.ts';
import { categoryLabel } from './labels.ts';

interface HeaderProps {
  titleId: string;
  actions: Pick<CardActions, 'close' | 'back' | 'pin'>;
  labels: { close: string; back?: string; pin?: string };
  category?: Category;
  children: ComponentChildren;
}

export function Header({ actions, labels, category, children }: HeaderProps) {
  return (
    <div class="head" style={category && { '--hue': `var(--${category})` }}>
      {actions.back && labels.back && <IconButton name="back" label={labels.back} onClick={actions.back} path="M9 2 4 7l5 5" />}
      <div class="identity">{children}</div>
      <div class="corner">
        {actions.pin && labels.pin && <IconButton name="pin" label={labels.pin} onClick={actions.pin} path="M2 2.5h10v9H2z M8.5 2.5v9" />}
        {actions.close && <IconButton name="close" label={labels.close} onClick={actions.close} path="M3 3l8 8 M11 3l-8 8" />}
      </div>
    </div>
  );
}

interface IdentityProps {
  model: CardModel;
  strings: CardStrings;
  titleId: string;
}

Header.Identity = ({ model, strings, titleId }: IdentityProps) => (
  <>
    <p class="kind swatch">
      <span>{strings[categoryLabel[model.category]]}</span>
      <span lang={model.kind.language}>{model.kind.text}</span>
      {model.country && <span>{formatCountry(model.country, model.language)}</span>}
    </p>
    <h2 id={titleId} lang={model.name.language}>
      {model.name.text}{' '}
      {model.nativeName && (
        <span class="native" lang={model.nativeName.language}>
          {model.nativeName.text}
        </span>
      )}
    </h2>
  </>
);

function IconButton({ name, label, onClick, path }: { name: string; label: string; onClick(): void; path: string }) {
  return (
    <button type="button" class={`icon is-${name}`} aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
    </button>
  );
}
