/** What is kept on this machine: how much, to take away, to forget, to delete. */
import { useEffect, useState } from 'preact/hooks';
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
  const [bytes, setBytes] = useState(0);
  const [kept, setKept] = useState<KeptReports | null>(null);
  const [step, setStep] = useState<'kept' | 'asking' | 'forgotten' | 'deleted'>('kept');
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
  };
  return (
    <>
      <p>{t('optionsPrivacy')}</p>
      <p class="hint">
        {t('optionsSize', sizeOf(bytes, language))}{' '}
        {kept && kept.reports > 0 && t('optionsReports', count(kept.reports), count(kept.read), sizeOf(kept.bytes, language))}
      </p>
      <div class="actions">
        <button type="button" class="action" onClick={() => void exportSettings()}>
          {t('optionsExport')}
        </button>
        {kept && kept.reports > 0 && (
          <button type="button" class="action" onClick={() => void exportReports()}>
            {t('optionsExportReports')}
          </button>
        )}
        {kept && kept.read > 0 && (
          <button type="button" class="action" onClick={() => void forgetRead()}>
            {t('optionsForgetRead')}
          </button>
        )}
        {step === 'asking' ? (
          <>
            <button type="button" class="action is-first" onClick={() => void deleteAll()}>
              {t('optionsDeleteSure')}
            </button>
            <button type="button" class="action" onClick={() => setStep('kept')}>
              {t('optionsCancel')}
            </button>
          </>
        ) : (
          <button type="button" class="action" onClick={() => setStep('asking')}>
            {t('optionsDelete')}
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
