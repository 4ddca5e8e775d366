/** The feeds that are read: what became of each, and adding, removing, taking in and giving out lists of them. */
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { formatLanguage, formatTime } from '../../card/format.ts';
import { faultText } from '../../card/labels.ts';
import { addFeeds, removeFeed } from '../../reporting/choices.ts';
import { askConsent, giveBack } from '../../reporting/consent.ts';
import { needsOfFeed } from '../../reporting/feeds.ts';
import { defaultFeeds } from '../../reporting/sources/defaultFeeds.ts';
import { type FeedEntry, readOpml, writeOpml } from '../../reporting/sources/opml.ts';
import type { FeedState } from '../../reporting/sources/polling.ts';
import type { Translate } from '../../shared/i18n.ts';
import { WebAddress } from '../../shared/model.ts';
import { download } from './download.ts';
import { needsOfFeeds } from './needs.ts';

export interface FeedsProps {
  feeds: readonly FeedState[];
  /** Addresses of those whose hosts the browser does not let be read. */
  withheld: ReadonlySet<string>;
  translate: Translate;
  language: string;
}

export function Feeds({ feeds, withheld, translate: t, language }: FeedsProps) {
  const [said, setSaid] = useState<{ text: string; isFault: boolean } | null>(null);
  const fail = (text: string) => setSaid({ text, isFault: true });
  const add = async (wanted: readonly FeedEntry[]) => {
    setSaid(null);
    const granted = await askConsent(needsOfFeeds(wanted));
    if (granted) await addFeeds(wanted);
    else fail(t('feedsRefused'));
    return granted;
  };
  const remove = async ({ address }: FeedState) => {
    setSaid(null);
    await removeFeed(address);
    await giveBack(needsOfFeed(address), [needsOfFeeds(feeds.filter((feed) => feed.address !== address))]);
  };
  const take = async (file: File) => {
    setSaid(null);
    const wanted = await listOf(file);
    if (wanted === null) return fail(t('feedsInvalidOpml'));
    await addFeeds(wanted);
    setSaid({ text: t('feedsImported', wanted.length), isFault: false });
  };
  const suggested = defaultFeeds.filter(({ address }) => !feeds.some((feed) => feed.address === address));
  return (
    <div class="feeds">
      {feeds.length > 0 && (
        <ul class="rows" aria-label={t('feedsList')}>
          {feeds.map((feed) => (
            <Feed
              key={feed.address}
              feed={feed}
              isWithheld={withheld.has(feed.address)}
              onRemove={() => void remove(feed)}
              translate={t}
              language={language}
            />
          ))}
        </ul>
      )}
      {withheld.size > 0 && (
        <div class="notice">
          <p>{t('feedsWithheld', withheld.size)}</p>
          <button type="button" class="action is-first" onClick={() => void askConsent(needsOfFeeds(feeds))}>
            {t('feedsAllow')}
          </button>
        </div>
      )}
      <AddressForm translate={t} onFault={fail} onAdd={(address) => add([{ address, title: null }])} />
      <p role="status" class={said?.isFault ? 'fault' : 'hint'}>
        {said?.text}
      </p>
      <div class="actions">
        <label class="action">
          <input
            type="file"
            class="unseen"
            accept=".opml,.xml,text/xml,text/x-opml"
            onChange={({ currentTarget: input }) => {
              const [file] = input.files ?? [];
              if (file) void take(file);
              // The same file may be chosen again.
              input.value = '';
            }}
          />
          {t('feedsImport')}
        </label>
        {feeds.length > 0 && (
          <button
            type="button"
            class="action"
            onClick={() => download('newsgloss-feeds.opml', 'text/x-opml', [writeOpml(feeds, t('extensionName'))])}
          >
            {t('feedsExport')}
          </button>
        )}
      </div>
      {suggested.length > 0 && <Suggested feeds={suggested} onAdd={(wanted) => void add(wanted)} translate={t} language={language} />}
    </div>
  );
}

interface FeedProps extends Pick<FeedsProps, 'translate' | 'language'> {
  feed: FeedState;
  isWithheld: boolean;
  onRemove(): void;
}

function Feed({ feed, isWithheld, onRemove, translate: t, language }: FeedProps) {
  const { address, title, goodAt, fault, nextAt } = feed;
  const isWell = !isWithheld && fault === null;
  const good = goodAt === null ? t('feedsNever') : t('feedsGood', formatTime(goodAt, language));
  const trouble = isWithheld ? t('feedsMayNot') : fault && t('feedsFault', t(faultText[fault]), formatTime(nextAt, language));
  return (
    <li>
      <div class="feed">
        <span title={address}>{title ?? address}</span>
        {trouble && <span class="fault">{trouble}</span>}
        {(isWell || goodAt !== null) && <span class="hint">{good}</span>}
      </div>
      <button type="button" class="action" aria-label={`${t('optionsRemove')}: ${title ?? address}`} onClick={onRemove}>
        {t('optionsRemove')}
      </button>
    </li>
  );
}

interface AddressFormProps {
  translate: Translate;
  onFault(text: string): void;
  /** False where the reader refused. */
  onAdd(address: string): Promise<boolean>;
}

function AddressForm({ translate: t, onFault, onAdd }: AddressFormProps) {
  const [text, setText] = useState('');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const address = v.safeParse(WebAddress, text.trim());
    if (!address.success) return onFault(t('feedsInvalid'));
    if (await onAdd(address.output)) setText('');
  };
  return (
    <form class="field" noValidate onSubmit={(event) => void add(event)}>
      <label>
        {t('feedsAddress')}
        <input type="url" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" class="action">
        {t('feedsAdd')}
      </button>
    </form>
  );
}

interface SuggestedProps extends Pick<FeedsProps, 'translate' | 'language'> {
  feeds: typeof defaultFeeds;
  onAdd(feeds: readonly FeedEntry[]): void;
}

function Suggested({ feeds, onAdd, translate: t, language }: SuggestedProps) {
  return (
    <details>
      <summary>
        {t('feedsSuggested')} <span class="hint">{feeds.length}</span>
      </summary>
      <ul class="rows">
        {feeds.map((feed) => (
          <li key={feed.address}>
            <span>
              <span lang={feed.language}>{feed.title}</span> <span class="hint">· {formatLanguage(feed.language, language)}</span>
            </span>
            <button type="button" class="action" aria-label={`${t('feedsAdd')}: ${feed.title}`} onClick={() => onAdd([feed])}>
              {t('feedsAdd')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="action" onClick={() => onAdd(feeds)}>
        {t('feedsAddAll')}
      </button>
    </details>
  );
}

/** The feeds of an OPML file, or null where there are none in it. */
async function listOf(file: File): Promise<FeedEntry[] | null> {
  try {
    const feeds = readOpml(await file.text());
    return feeds.length > 0 ? feeds : null;
  } catch {
    return null;
  }
}
