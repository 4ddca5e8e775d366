import browser, { type Tabs } from 'webextension-polyfill';
import { categoryGroup } from '../../card/labels.ts';
import { type Category, categories } from '../../shared/categories.ts';
import { isOn } from '../../shared/choices.ts';
import { ALL_SITES, contentScript } from '../../shared/contentScript.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { PageReport } from '../../shared/messages.ts';
import { openPanel } from '../../shared/panel.ts';
import { changeSettings, type Settings } from '../../shared/settings.ts';
import type { PageContext } from '../page.tsx';

export interface PopupProps extends PageContext {
  report: PageReport | null;
  tab: Tabs.Tab | null;
  /** Whether the tab shows a document that can be marked. */
  isWebPage: boolean;
}

export function Popup({ report, settings, tab, isWebPage, translate: t }: PopupProps) {
  // The address is only told for pages that `activeTab` or a site's permission covers.
  const host = tab?.url !== undefined && /^https?:/.test(tab.url) ? new URL(tab.url).host : null;
  const off = host !== null && !isOn(settings, host);
  const id = tab?.id;
  const switchOn = async () => {
    await changeSettings({ off: false });
    if (host !== null && report === null && id !== undefined) await markNow(id);
    window.close();
  };
  return (
    <>
      <header>
        <h1>{t('extensionName')}</h1>
        <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('popupOptions')}
        </button>
      </header>
      <p>{host !== null && !isWebPage ? t('popupNoWebPage') : summary(report, host, settings, t)}</p>
      {report !== null && report.mentions.length > 0 && <Counts report={report} translate={t} />}
      {report !== null && report.mentions.length > 0 && id !== undefined && (
        <button type="button" class="action is-first" onClick={() => void openPanel(id).then(() => window.close())}>
          {t('popupPanel')}
        </button>
      )}
      {settings.off && (
        <button type="button" class="action is-first" onClick={() => void switchOn()}>
          {t('optionsSwitchOn')}
        </button>
      )}
      {host !== null && isWebPage && !settings.off && <SiteSwitch host={host} tab={id ?? null} settings={settings} translate={t} />}
      {host !== null && isWebPage && report === null && !off && id !== undefined && <Permissions host={host} tab={id} translate={t} />}
    </>
  );
}

/** What was found, or why nothing was marked. */
function summary(report: PageReport | null, host: string | null, settings: Settings, t: Translate): string {
  if (settings.off) return t('popupIsOff');
  if (host !== null && !isOn(settings, host)) return t('popupSiteIsOff', host);
  if (report === null) return t(host === null ? 'popupUnreachable' : 'popupNotHere');
  if (!report.isArticle) return t('popupNotArticle');
  if (report.mentions.length === 0) return t('popupNoMentions');
  return t('popupMentions', report.mentions.length, new Set(report.mentions.map((mention) => mention.entity)).size);
}

function Counts({ report, translate: t }: { report: PageReport; translate: Translate }) {
  const counts = new Map<Category, number>();
  for (const { category } of report.mentions) counts.set(category, (counts.get(category) ?? 0) + 1);
  return (
    <ul>
      {categories
        .filter((category) => counts.has(category))
        .map((category) => (
          <li key={category} class="swatch" style={{ '--hue': `var(--${category})` }}>
            <b>{counts.get(category)}</b> {t(categoryGroup[category])}
          </li>
        ))}
    </ul>
  );
}

interface SiteSwitchProps {
  host: string;
  tab: number | null;
  settings: Settings;
  translate: Translate;
}

function SiteSwitch({ host, tab, settings, translate: t }: SiteSwitchProps) {
  const change = async (on: boolean) => {
    const others = settings.sitesOff.filter((site) => site !== host);
    await changeSettings({ sitesOff: on ? others : [...others, host] });
    // The script that was there has ended; what was switched on shows at once.
    if (on && tab !== null) await markNow(tab);
  };
  return (
    <label class="switch">
      <input
        type="checkbox"
        defaultChecked={!settings.sitesOff.includes(host)}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {t('popupSiteOn', host)}
    </label>
  );
}

/** Runs the content script on a tab's page. */
async function markNow(tab: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: contentScript().js });
}

/** On a site that Newsgloss does not run on: once, by the click itself; always, by a permission asked for here. */
function Permissions({ host, tab, translate: t }: { host: string; tab: number; translate: Translate }) {
  const runOnce = async () => {
    await markNow(tab);
    window.close();
  };
  const allow = async (pattern: string) => {
    if (await browser.permissions.request({ origins: [pattern] })) await runOnce();
  };
  return (
    <div class="actions">
      <button type="button" class="action" onClick={() => void runOnce()}>
        {t('popupRunOnce')}
      </button>
      <button type="button" class="action" onClick={() => void allow(`*://${host.replace(/:\d+$/, '')}/*`)}>
        {t('popupAllowSite', host)}
      </button>
      <button type="button" class="link" onClick={() => void allow(ALL_SITES)}>
        {t('popupAllowAll')}
      </button>
    </div>
  );
}
