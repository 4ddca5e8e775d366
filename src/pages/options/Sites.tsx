/** Where the extension runs: by itself, by the reader's leave, and where it is switched off. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { ALL_SITES, allowedByReader } from '../../shared/contentScript.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { CardLanguage } from '../../shared/model.ts';
import { changeSettings, type Settings } from '../../shared/settings.ts';
import { askToReadNews } from '../allowNews.ts';

export interface SitesProps {
  settings: Settings;
  translate: Translate;
  language: CardLanguage;
  outlets: number;
  mayRead: boolean;
  /** Sites that the reader had allowed when the page was opened. */
  allowed: readonly string[];
}

export function Sites({ settings, translate: t, language, outlets, mayRead: first, allowed: before }: SitesProps) {
  const allowed = useAllowedSites(before);
  const [mayRead, setMayRead] = useState(first);
  return (
    <>
      <p>{t('optionsSitesOwn', outlets.toLocaleString(language))}</p>
      {!mayRead && (
        <div class="notice">
          <p>{t('optionsAccess')}</p>
          <button type="button" class="action is-first" onClick={() => void askToReadNews().then(setMayRead)}>
            {t('optionsAllow')}
          </button>
        </div>
      )}
      <h3>{t('optionsSitesAllowed')}</h3>
      <SiteList
        sites={allowed}
        name={(pattern) => (pattern === ALL_SITES ? t('optionsAllSites') : hostOf(pattern))}
        none={t('optionsNone')}
        label={t('optionsRemove')}
        onRemove={(site) => void browser.permissions.remove({ origins: [site] })}
      />
      <h3>{t('optionsSitesOff')}</h3>
      <SiteList
        sites={settings.sitesOff}
        name={(host) => host}
        none={t('optionsNone')}
        label={t('optionsSwitchOn')}
        onRemove={(site) => void changeSettings({ sitesOff: settings.sitesOff.filter((one) => one !== site) })}
      />
    </>
  );
}

/** Sites beyond the manifest's that the reader has allowed, as match patterns. */
export async function readAllowedSites(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return allowedByReader(origins);
}

function useAllowedSites(before: readonly string[]): readonly string[] {
  const [sites, setSites] = useState(before);
  useEffect(() => {
    const onChange = () => void readAllowedSites().then(setSites);
    browser.permissions.onAdded.addListener(onChange);
    browser.permissions.onRemoved.addListener(onChange);
    // What has changed since the page was opened was told to nobody.
    onChange();
    return () => {
      browser.permissions.onAdded.removeListener(onChange);
      browser.permissions.onRemoved.removeListener(onChange);
    };
  }, []);
  return sites;
}

/** The host of a match pattern. */
function hostOf(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\/(?:\*\.)?([^/]+)\/.*$/, '$1');
}

interface SiteListProps {
  sites: readonly string[];
  /** What a site is called on the page. */
  name(site: string): string;
  none: string;
  label: string;
  onRemove(site: string): void;
}

function SiteList({ sites, name, none, label, onRemove }: SiteListProps) {
  if (sites.length === 0) return <p class="hint">{none}</p>;
  return (
    <ul class="rows">
      {sites.map((site) => (
        <li key={site}>
          <span>{name(site)}</span>
          <button type="button" class="action" aria-label={`${label}: ${name(site)}`} onClick={() => onRemove(site)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
