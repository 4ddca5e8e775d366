/** What is kept on this machine: how much, to take away, to forget, to delete. */
import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { giveAllBack } from '../../reporting/consent.ts';
import { openIdbStore } from '../../reporting/idbStore.ts';
import { Reporting } from '../../reporting/reporting.ts';
import type { Translate } from '../../shared/i18n.ts';
import { askBackground, type KeptReports } from '../../shared/messages.ts';
import type { CardLanguage } from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';
import { download } from './download.ts';

export function DataKept({ settings, translate: t, language }: { settings: Settings; translate: Translate; language: CardLanguage }) {
  const [bytes, setBytes] = useState<number | null>(null);
  const [kept, setKept] = useState<KeptReports | null>(null);
  const [step, setStep] = useState<'kept' | 'asking' | 'forgotten' | 'deleted'>('kept');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    void keptData().then((text) => setBytes(new TextEncoder().encode(text).length));
    void askBackground('kept').then(setKept);
  }, [settings, step]);
  const count = (number: number) => number.toLocaleString(language);
  const forgetRead = async () => {
    await askBackground('forget', 'reading');
    setStep('forgotten');
  };
  const deleteAll = async () => {
    // First what says that there is something to keep, so that nothing new comes in between.
    await browser.storage.local.clear();
    await askBackground('forget', 'all');
    await giveAllBack();
    setStep('deleted');
    // The button that was clicked is gone.
    first.current?.focus();
  };
  const { reports, read, bytes: size } = kept ?? { reports: 0, read: 0, bytes: 0 };
  return (
    <>
      <p>{t('optionsPrivacy')}</p>
      {/* Counting takes a while: lines and buttons have their room from the start, so that none moves under a pointer. */}
      <p class={bytes === null || kept === null ? 'hint is-coming' : 'hint'}>
        {t('optionsSize', sizeOf(bytes ?? 0, language))}
        <br />
        {t('optionsReports', count(reports), count(read), sizeOf(size, language))}
      </p>
      <div class="actions">
        <button type="button" class="action" onClick={() => void exportSettings()}>
          {t('optionsExport')}
        </button>
        <button type="button" class="action" disabled={reports === 0} onClick={() => void exportReports()}>
          {t('optionsExportReports')}
        </button>
        <button type="button" class="action" disabled={read === 0} onClick={() => void forgetRead()}>
          {t('optionsForgetRead')}
        </button>
      </div>
      <div class="actions">
        {/* A second click in the same place takes the first one back. */}
        <button ref={first} type="button" class="action" onClick={() => setStep(step === 'asking' ? 'kept' : 'asking')}>
          {t(step === 'asking' ? 'optionsCancel' : 'optionsDelete')}
        </button>
        {step === 'asking' && (
          <button type="button" class="action is-first" onClick={() => void deleteAll()}>
            {t('optionsDeleteSure')}
          </button>
        )}
      </div>
      <p role="status">{step === 'deleted' ? t('optionsDeleted') : step === 'forgotten' ? t('optionsForgotten') : ''}</p>
    </>
  );
}

/** A size in the unit that suits it. */
function sizeOf(bytes: number, language: string): string {
  const [unit, size] = bytes < 1e4 ? ['byte', bytes] : bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 }).format(size);
}

/** All that is stored beside reports, as JSON. */
async function keptData(): Promise<string> {
  const stored = await browser.storage.local.get(null);
  return Object.keys(stored).length === 0 ? '' : JSON.stringify(stored, null, 2);
}

async function exportSettings(): Promise<void> {
  download('newsgloss-settings.json', 'application/json', [await keptData()]);
}

/** One JSON line a report. */
async function exportReports(): Promise<void> {
  const store = await openIdbStore();
  const lines: string[] = [];
  for await (const line of new Reporting(() => [], store).export()) lines.push(line);
  store.close();
  download('newsgloss-reports.jsonl', 'application/jsonl', lines);
}
