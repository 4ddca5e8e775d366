/** Names that the reader has muted, each with a way back. */
import type { Translate } from '../../shared/i18n.ts';
import { type MutedName, unmute } from '../../shared/settings.ts';

export function MutedNames({ muted, translate: t }: { muted: readonly MutedName[]; translate: Translate }) {
  if (muted.length === 0) return <p class="hint">{t('optionsMutedNone')}</p>;
  return (
    <ul class="rows">
      {muted.map((name) => (
        <li key={`${name.entity} ${name.site}`}>
          <span>
            {name.name} <span class="hint">· {name.site ?? t('optionsEverywhere')}</span>
          </span>
          <button type="button" class="action" aria-label={`${t('optionsUnmute')}: ${name.name}`} onClick={() => void unmute(name)}>
            {t('optionsUnmute')}
          </button>
        </li>
      ))}
    </ul>
  );
}
