/** The keys that reach the extension from any page, as they are set now. */
import type { Commands } from 'webextension-polyfill';
import type { Translate } from '../shared/i18n.ts';

export function Shortcuts({ commands, translate: t }: { commands: readonly Commands.Command[]; translate: Translate }) {
  return (
    <dl class="keys">
      {commands
        .filter((command) => command.description)
        .map((command) => (
          <>
            <dt>{command.shortcut ? <kbd>{command.shortcut}</kbd> : <span class="hint">{t('optionsKeyNone')}</span>}</dt>
            <dd>{command.description}</dd>
          </>
        ))}
    </dl>
  );
}
