/** What led to the article and what has happened since, with the article in its place. */
import { FactDate } from '../../card/Facts.tsx';
import { formatDate } from '../../card/format.ts';
import { Sources } from '../../card/Sources.tsx';
import { TimelinePicture } from '../../card/Timeline.tsx';
import { useFirst } from '../../card/useFirst.tsx';
import type { CardStrings } from '../../shared/cardStrings.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { EntityLink, Overview, StoryEntry } from '../../shared/model.ts';

export interface StoryProps {
  overview: Overview;
  strings: CardStrings;
  translate: Translate;
  onOpen(link: EntityLink): void;
}

export function Story({ overview, strings, translate: t, onOpen }: StoryProps) {
  const { story, date, dated, language } = overview;
  const known = story.filter((entry) => !entry.since);
  const since = story.filter((entry) => entry.since);
  const shared = { strings, language, onOpen };
  return (
    <section class="card story" aria-labelledby="story">
      <h2 id="story">{t('panelStory')}</h2>
      {story.length === 0 && <p class="hint">{t('panelStoryEmpty')}</p>}
      <TimelinePicture entries={story} date={date} dated={dated} language={language} strings={strings} />
      <Entries entries={known} {...shared} />
      {dated && (
        <p class="divider here">
          {strings.cardThisArticle} · {formatDate(date, language)}
        </p>
      )}
      {since.length > 0 && <p class="divider is-since">{strings.cardSince}</p>}
      <Entries entries={since} {...shared} />
    </section>
  );
}

interface EntriesProps {
  /** Oldest first. */
  entries: readonly StoryEntry[];
  strings: CardStrings;
  language: string;
  onOpen(link: EntityLink): void;
}

/** Entries nearest to the article stand open: the last ones before it, the first ones since. */
function Entries({ entries, strings, language, onOpen }: EntriesProps) {
  const since = entries[0]?.since ?? true;
  const { shown, button } = useFirst(since ? entries : entries.toReversed(), 5, strings);
  if (entries.length === 0) return null;
  return (
    <>
      {!since && button}
      <ol>
        {(since ? shown : shown.toReversed()).map((entry) => (
          <li key={`${entry.date} ${entry.text.text}`} class={entry.since ? 'fact is-since' : 'fact'}>
            <FactDate fact={entry} strings={strings} language={language} />
            <p lang={entry.text.language}>{entry.text.text}</p>
            {entry.detail && (
              <p class="detail" lang={entry.detail.language}>
                {entry.detail.text}
              </p>
            )}
            <p class="about">
              {entry.about.map((link) => (
                <button
                  key={link.entity}
                  type="button"
                  class="name"
                  style={{ '--hue': `var(--${link.category})` }}
                  onClick={() => onOpen(link)}
                >
                  <span lang={link.name.language}>{link.name.text}</span>
                </button>
              ))}
            </p>
            <Sources sources={entry.sources} label={strings.cardSources} language={language} />
          </li>
        ))}
      </ol>
      {since && button}
    </>
  );
}
