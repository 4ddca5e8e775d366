/** Entry of the content script: runs on a page for as long as the reader wants it there. */
import { answerAsPage } from '../shared/messages.ts';
import { isOn, loadSettings, onSettingsChange } from '../shared/settings.ts';
import { startLifetime } from './lifetime.ts';
import { Session } from './session.ts';

void main();

async function main(): Promise<void> {
  // PDF viewers, images and feeds are no pages to read.
  if (!/^(?:text\/html|application\/xhtml\+xml)$/.test(document.contentType)) return;
  const settings = await loadSettings();
  if (!isOn(settings, location.host)) return;
  const lifetime = startLifetime();
  const session = new Session(lifetime);
  onSettingsChange((changed) => {
    if (!isOn(changed, location.host)) lifetime.end();
  }, lifetime.signal);
  const started = session.start();
  answerAsPage(
    {
      report: async () => {
        await started;
        return session.report;
      },
      show: ({ mention, open }) => session.show(mention, open),
    },
    lifetime.signal,
  );
}
