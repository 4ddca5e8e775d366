/** The keys that reach the extension from any page, as they are set now. */
import type { Commands } from 'webextension-polyfill';
import type { MessageKey, Translate } from '../shared/i18n.ts';

/** The manifest's commands by their names; the browser tells them in its own language only. */
const descriptions = {
  'next-mention': 'commandNext',
  'previous-mention': 'commandPrevious',
  'list-mentions': 'commandList',
  'open-panel': 'commandPanel',
} as const satisfies Record<string, MessageKey>;

export function Shortcuts({ commands, translate: t }: { commands: readonly Commands.Command[]; translate: Translate }) {
  return (
    <dl class="keys">
      {Object.entries(descriptions).map(([name, description]) => {
        const shortcut = commands.find((command) => command.name === name)?.shortcut;
        return (
          <div key={name}>
            <dt>{shortcut ? <kbd>{signs(shortcut)}</kbd> : <span class="hint">{t('optionsKeyNone')}</span>}</dt>
            <dd>{t(description)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A shortcut as it stands on the keys: browsers write out what signs are called, in English. */
function signs(shortcut: string): string {
  return shortcut.replace('Period', '.').replace('Comma', ',');
}
