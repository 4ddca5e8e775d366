/** Live sources: a switch each, with what it sends to whom; none is on by itself. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sourceName } from '../../card/labels.ts';
import { changeChoices, type LiveSource, liveSources, turn } from '../../reporting/choices.ts';
import { askConsent, giveBack, type Needs } from '../../reporting/consent.ts';
import type { ArchiveSettings } from '../../reporting/sources/archive.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { CardLanguage } from '../../shared/model.ts';
import { changeSettings, type Settings } from '../../shared/settings.ts';
import { ArchiveForm } from './ArchiveForm.tsx';
import { Feeds } from './Feeds.tsx';
import { needsOf } from './needs.ts';
import { Switch } from './Switch.tsx';
import { type LiveChoices, useChoices } from './useChoices.ts';

const label = { feeds: 'sourceFeeds', ...sourceName } as const satisfies Record<LiveSource, string>;
/** What goes to whom when a source is on. */
const sentence = {
  feeds: 'sendsFeeds',
  'federal-register': 'sendsFederalRegister',
  wikipedia: 'sendsWikipedia',
  gdelt: 'sendsGdelt',
  'google-news': 'sendsGoogleNews',
  archive: 'sendsArchive',
} as const satisfies Record<LiveSource, string>;

export interface SourcesProps {
  settings: Settings;
  /** The choices when the page was opened. */
  choices: LiveChoices;
  translate: Translate;
  language: CardLanguage;
}

export function Sources({ settings, choices, translate: t, language }: SourcesProps) {
  const live = useChoices(choices);
  const shared = { translate: t, language };
  return (
    <>
      <p class="hint">{t('optionsSourcesIntro')}</p>
      {liveSources.map((source) =>
        source === 'archive' ? (
          <Archive key={source} live={live} {...shared} />
        ) : (
          <Source key={source} source={source} live={live} {...shared}>
            {source === 'feeds' && <Feeds feeds={live.feeds} withheld={live.withheld} {...shared} />}
          </Source>
        ),
      )}
      <Switch
        label={t('sourceReading')}
        hint={t('sendsReading')}
        checked={settings.reading}
        onChange={(reading) => changeSettings({ reading })}
      />
    </>
  );
}

interface SourceProps {
  source: LiveSource;
  live: LiveChoices;
  translate: Translate;
  language: CardLanguage;
  /** What can be set while it is on. */
  children?: ComponentChildren;
}

/** The browser asks the reader in the very click; what it refuses stays off. */
function Source({ source, live, translate: t, children }: SourceProps) {
  const [refused, setRefused] = useState(false);
  const isOn = live.on.includes(source);
  const needs = needsOf(source, live.choices.archive, live.feeds);
  const change = async (on: boolean) => {
    setRefused(false);
    const granted = !on || (await askConsent(needs));
    setRefused(!granted);
    if (granted) await turn(source, on);
    if (!on) await giveBack(needs, needsOfOthers(source, live));
  };
  return (
    <div class="source">
      <Switch label={t(label[source])} hint={t(sentence[source])} checked={isOn} onChange={change} />
      <p role="alert" class="fault">
        {refused ? t('optionsRefused') : ''}
      </p>
      {isOn && children}
    </div>
  );
}

/** An archive can be turned on once it is told where it is. */
function Archive({ live, translate: t, language }: Omit<SourceProps, 'source' | 'children'>) {
  const [wanted, setWanted] = useState(false);
  const { archive } = live.choices;
  const save = async (settings: ArchiveSettings) => {
    if (!(await askConsent(needsOf('archive', settings, [])))) return false;
    await changeChoices(() => ({ archive: settings }));
    await turn('archive', true);
    if (archive) await giveBack(needsOf('archive', archive, []), [needsOf('archive', settings, []), ...needsOfOthers('archive', live)]);
    return true;
  };
  const form = <ArchiveForm settings={archive} translate={t} onSave={save} />;
  if (archive)
    return (
      <Source source="archive" live={live} translate={t} language={language}>
        {form}
      </Source>
    );
  return (
    <div class="source">
      <Switch label={t('sourceArchive')} hint={t('sendsArchive')} checked={wanted} onChange={async (want) => setWanted(want)} />
      {wanted && form}
    </div>
  );
}

/** What the other sources that are chosen need. */
function needsOfOthers(source: LiveSource, { choices: { on, archive }, feeds }: LiveChoices): Needs[] {
  return on.filter((one) => one !== source).map((one) => needsOf(one, archive, feeds));
}
