/** Entry of the content script: runs on a page for as long as the reader wants it there. */
import { answerAsPage } from '../shared/messages.ts';
import { isOn, loadSettings, onSettingsChange } from '../shared/settings.ts';
import { type Lifetime, startLifetime } from './lifetime.ts';
import { Session } from './session.ts';

// PDF viewers, images and feeds are no pages to read.
if (/^(?:text\/html|application\/xhtml\+xml)$/.test(document.contentType)) main();

function main(): void {
  const lifetime = startLifetime();
  const begun = begin(lifetime);
  // Questions may come before the settings are read.
  answerAsPage(
    {
      report: async () => {
        const session = await begun;
        if (session === null) throw new Error('switched off here');
        return session.report;
      },
      show: async ({ mention, open }) => {
        return (await (await begun)?.show(mention, open)) ?? false;
      },
      step: async ({ back }) => (await (await begun)?.step(back)) ?? false,
    },
    lifetime.signal,
  );
}

/** Reads the page; null where the reader has switched off. */
async function begin(lifetime: Lifetime): Promise<Session | null> {
  const settings = await loadSettings();
  if (!isOn(settings, location.host)) {
    lifetime.end();
    return null;
  }
  const session = new Session(lifetime, settings);
  onSettingsChange((changed) => {
    if (isOn(changed, location.host)) session.apply(changed);
    else lifetime.end();
  }, lifetime.signal);
  await session.start();
  return session;
}
