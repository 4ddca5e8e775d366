/** What is kept on this machine: how much, to take away, to delete. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Translate } from '../../shared/i18n.ts';
import type { CardLanguage } from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';

export function DataKept({ settings, translate: t, language }: { settings: Settings; translate: Translate; language: CardLanguage }) {
  const [bytes, setBytes] = useState(0);
  const [step, setStep] = useState<'kept' | 'asking' | 'deleted'>('kept');
  useEffect(() => {
    void keptData().then((text) => setBytes(new TextEncoder().encode(text).length));
  }, [settings, step]);
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  const deleteAll = async () => {
    await browser.storage.local.clear();
    setStep('deleted');
  };
  return (
    <>
      <p>{t('optionsPrivacy')}</p>
      <p class="hint">{t('optionsSize', size)}</p>
      <div class="actions">
        <button type="button" class="action" onClick={() => void exportAll()}>
          {t('optionsExport')}
        </button>
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
      <p role="status">{step === 'deleted' ? t('optionsDeleted') : ''}</p>
    </>
  );
}

/** All that is stored, as JSON. */
async function keptData(): Promise<string> {
  const stored = await browser.storage.local.get(null);
  return Object.keys(stored).length === 0 ? '' : JSON.stringify(stored, null, 2);
}

async function exportAll(): Promise<void> {
  const address = URL.createObjectURL(new Blob([await keptData()], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'newsgloss-settings.json';
  link.click();
  URL.revokeObjectURL(address);
}
