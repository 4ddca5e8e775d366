/** Where a newsroom's or library's archive is, and how its documents are laid out. */
import { useId, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { ArchiveSettings } from '../../reporting/sources/archive.ts';
import type { MessageKey, Translate } from '../../shared/i18n.ts';

export interface ArchiveFormProps {
  settings: ArchiveSettings | null;
  translate: Translate;
  /** Keeps the settings; false where the reader or the browser refused. To be called straight from a click. */
  onSave(settings: ArchiveSettings): Promise<boolean>;
}

type Field = keyof ArchiveSettings['fields'];
type Input = 'address' | 'index' | 'header' | Field;
type Entered = Record<Input, string>;

const labels = {
  address: 'archiveAddress',
  index: 'archiveIndex',
  header: 'archiveHeader',
  url: 'archiveFieldUrl',
  title: 'archiveFieldTitle',
  summary: 'archiveFieldSummary',
  outlet: 'archiveFieldOutlet',
  published: 'archiveFieldPublished',
  language: 'archiveFieldLanguage',
} as const satisfies Record<Input, MessageKey>;
const fields = ['url', 'title', 'summary', 'outlet', 'published', 'language'] as const satisfies Field[];
/** Names under which many archives keep them. */
const usual: Entered = {
  address: '',
  index: '',
  header: '',
  url: 'url',
  title: 'title',
  summary: 'summary',
  outlet: 'source',
  published: 'published',
  language: 'language',
};

export function ArchiveForm({ settings, translate: t, onSave }: ArchiveFormProps) {
  const [entered, setEntered] = useState<Entered>(settings ? enteredOf(settings) : usual);
  const [said, setSaid] = useState<{ text: string; wrong: Input | null } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const status = useId();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setSaid(null);
    const parsed = v.safeParse(ArchiveSettings, settingsOf(entered));
    if (!parsed.success) {
      const wrong = inputOf(parsed.issues[0]);
      setSaid({ text: t('archiveInvalid', t(labels[wrong])), wrong });
      form.current?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
      return;
    }
    const saved = await onSave(parsed.output);
    setSaid({ text: t(saved ? 'archiveSaved' : 'optionsRefused'), wrong: null });
  };
  const input = (name: Input) => (
    <label key={name}>
      {t(labels[name])}
      <input
        name={name}
        value={entered[name]}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={said?.wrong === name}
        aria-describedby={said?.wrong === name ? status : undefined}
        onInput={({ currentTarget }) => setEntered((before) => ({ ...before, [name]: currentTarget.value }))}
      />
    </label>
  );
  return (
    <form ref={form} class="archive" noValidate onSubmit={(event) => void save(event)}>
      {input('address')}
      {input('index')}
      {input('header')}
      <fieldset>
        <legend>{t('archiveFields')}</legend>
        {fields.map(input)}
      </fieldset>
      <div class="actions">
        <button type="submit" class="action">
          {t('archiveSave')}
        </button>
        <p id={status} role="status" class={said?.wrong ? 'fault' : 'hint'}>
          {said?.text}
        </p>
      </div>
    </form>
  );
}

/** The settings as they are typed; what they are worth, the schema says. */
function settingsOf({ address, index, header, ...names }: Entered): unknown {
  const [, name, value] = /^([^:]*):?\s*(.*)$/.exec(header.trim()) ?? [];
  return {
    address: address.trim(),
    index: index.trim(),
    header: header.trim() === '' ? null : { name, value },
    fields: Object.fromEntries(
      Object.entries(names).map(([field, path]) => [
        field,
        path.trim() === '' && field !== 'url' && field !== 'title' ? null : path.trim(),
      ]),
    ),
  };
}

function enteredOf({ address, index, header, fields: paths }: ArchiveSettings): Entered {
  const named = Object.fromEntries(fields.map((field) => [field, paths[field] ?? ''])) as Record<Field, string>;
  return { address, index, header: header ? `${header.name}: ${header.value}` : '', ...named };
}

/** The input that an issue of the schema is about. */
function inputOf({ path }: v.BaseIssue<unknown>): Input {
  const [first, second] = (path ?? []).map(({ key }) => key as string);
  return (first === 'fields' ? second : first) as Input;
}
