import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Commands } from 'webextension-polyfill';
import { formatDate, formatLanguage } from '../../card/format.ts';
import { categoryGroup } from '../../card/labels.ts';
import { type Category, categories } from '../../shared/categories.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { PackInformation } from '../../shared/messages.ts';
import { type CardLanguage, cardLanguages } from '../../shared/model.ts';
import { changeSettings, loadSettings, onSettingsChange, type Settings } from '../../shared/settings.ts';
import type { PageContext } from '../page.tsx';
import { Shortcuts } from '../Shortcuts.tsx';
import { DataKept } from './DataKept.tsx';
import { MutedNames } from './MutedNames.tsx';
import { Sites } from './Sites.tsx';
import { Sources } from './Sources.tsx';
import { Switch } from './Switch.tsx';
import type { LiveChoices } from './useChoices.ts';

export interface OptionsProps extends PageContext {
  pack: PackInformation;
  commands: Commands.Command[];
  /** How many news outlets the manifest names. */
  outlets: number;
  /** Whether the browser lets the extension read them. */
  mayRead: boolean;
  /** Sites that the reader has allowed. */
  allowed: readonly string[];
  choices: LiveChoices;
}

export function Options({ settings: first, translate: t, language, pack, commands, outlets, mayRead, allowed, choices }: OptionsProps) {
  const settings = useSettings(first);
  return (
    <>
      <h1>{t('optionsTitle')}</h1>
      <Part title={t('optionsMarks')}>
        <Switch label={t('optionsOn')} checked={!settings.off} onChange={(on) => changeSettings({ off: !on })} />
        <fieldset class="categories">
          <legend class="unseen">{t('optionsMarks')}</legend>
          {categories.map((category) => (
            <CategorySwitch key={category} category={category} settings={settings} translate={t} />
          ))}
        </fieldset>
        <Switch
          label={t('optionsColours')}
          hint={t('optionsColoursHint')}
          checked={settings.colours}
          onChange={(colours) => changeSettings({ colours })}
        />
      </Part>
      <Part title={t('optionsCards')}>
        <Switch
          label={t('optionsHover')}
          hint={t('optionsHoverHint')}
          checked={settings.hover}
          onChange={(hover) => changeSettings({ hover })}
        />
        <LanguageChoice settings={settings} translate={t} />
      </Part>
      <Part title={t('optionsSites')}>
        <Sites settings={settings} translate={t} language={language} outlets={outlets} mayRead={mayRead} allowed={allowed} />
      </Part>
      <Part title={t('optionsSources')}>
        <Sources settings={settings} choices={choices} translate={t} language={language} />
      </Part>
      <Part title={t('optionsMuted')}>
        <MutedNames muted={settings.muted} translate={t} />
      </Part>
      <Part title={t('optionsKeys')}>
        <Shortcuts commands={commands} translate={t} />
        <p class="hint">{t('optionsKeysHint')}</p>
      </Part>
      <Part title={t('optionsData')}>
        <DataKept settings={settings} translate={t} language={language} />
      </Part>
      <Part title={t('optionsPack')}>
        <p lang={pack.title.language}>{pack.title.text}</p>
        <p class="hint">{t('optionsPackAbout', pack.version, formatDate(pack.asOf, language))}</p>
      </Part>
    </>
  );
}

/** The settings as they are, whoever changes them. */
function useSettings(first: Settings): Settings {
  const [settings, setSettings] = useState(first);
  useEffect(() => {
    const closing = new AbortController();
    onSettingsChange(setSettings, closing.signal);
    // What has changed since the page was opened was told to nobody.
    void loadSettings().then(setSettings);
    return () => closing.abort();
  }, []);
  return settings;
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div class="part">{children}</div>
    </section>
  );
}

/** A category with a sample of its mark. */
function CategorySwitch({ category, settings, translate: t }: { category: Category; settings: Settings; translate: Translate }) {
  const { categoriesOff, colours } = settings;
  const change = (on: boolean) => {
    const others = categoriesOff.filter((one) => one !== category);
    void changeSettings({ categoriesOff: on ? others : [...others, category] });
  };
  return (
    <label>
      <input type="checkbox" checked={!categoriesOff.includes(category)} onChange={(event) => change(event.currentTarget.checked)} />
      <span class={`sample is-${category}`} style={{ '--hue': colours ? `var(--${category})` : 'var(--soft)' }}>
        {t(categoryGroup[category])}
      </span>
    </label>
  );
}

/** The page itself is shown anew in the language that was chosen. */
function LanguageChoice({ settings, translate: t }: { settings: Settings; translate: Translate }) {
  const choose = async (value: string) => {
    await changeSettings({ language: cardLanguages.find((language) => language === value) ?? null });
    location.reload();
  };
  return (
    <label class="choice">
      {t('optionsLanguage')}
      <select value={settings.language ?? ''} onChange={(event) => void choose(event.currentTarget.value)}>
        <option value="">{t('optionsLanguageAuto')}</option>
        {cardLanguages.map((language: CardLanguage) => (
          <option key={language} value={language} lang={language}>
            {formatLanguage(language, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
