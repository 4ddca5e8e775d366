/** Entry of the content script: runs on a page, and in its frames from the same sites, for as long as the reader wants it there. */
import { isMarkup } from '../shared/markup.ts';
import { type Lifetime, startLifetime } from './lifetime.ts';
import { answerAs } from './messages.ts';
import { Session } from './session.ts';

if (isMarkup(document.contentType)) main(startLifetime());

function main(lifetime: Lifetime): void {
  const session = new Session(lifetime);
  const begun = session.start();
  const isFrame = window !== top;
  // A frame counts where it holds an article from the start; all others are left alone.
  if (isFrame && !session.report.isArticle) {
    lifetime.end();
    return;
  }
  const { signal } = lifetime;
  // Questions may come before the page is marked.
  const there = async () => {
    await begun;
    if (signal.aborted) throw new Error('switched off here');
    return session;
  };
  answerAs(
    isFrame ? 'frame' : 'page',
    {
      report: async () => (await there()).report,
      show: async ({ mention, open }) => (await there()).show(mention, open),
      step: async ({ back }) => (await there()).step(back),
      list: async () => (await there()).list(),
    },
    signal,
  );
}
