/** Entry of the content script: runs on a page for as long as the reader wants it there. */
import { answerAsPage } from '../shared/messages.ts';
import { isOn, loadSettings, onSettingsChange } from '../shared/settings.ts';
import { type Lifetime, startLifetime } from './lifetime.ts';
import { Session } from './session.ts';

// PDF viewers, images and feeds are no pages to read.
if (/^(?:text\/html|application\/xhtml\+xml)$/.test(document.contentType)) main();

function main(): void {
  const lifetime = startLifetime();
  const session = new Session(lifetime);
  const begun = begin(session, lifetime);
  // Questions may come before the settings are read.
  answerAsPage(
    {
      report: async () => {
        await begun;
        return session.report;
      },
      show: async ({ mention, open }) => {
        await begun;
        return session.show(mention, open);
      },
    },
    lifetime.signal,
  );
}

async function begin(session: Session, lifetime: Lifetime): Promise<void> {
  const settings = await loadSettings();
  if (!isOn(settings, location.host)) {
    lifetime.end();
    return;
  }
  onSettingsChange((changed) => {
    if (!isOn(changed, location.host)) lifetime.end();
  }, lifetime.signal);
  await session.start();
}
