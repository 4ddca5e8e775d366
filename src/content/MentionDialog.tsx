/** All mentions of the article as a list, for who does not see the marks: each opens its card. */
import { Header } from '../card/Header.tsx';
import { categoryLabel } from '../card/labels.ts';
import { excerptAround } from '../shared/excerpt.ts';
import { fill } from '../shared/fill.ts';
import type { NamesAnswer } from '../shared/messages.ts';
import type { Mark } from './paint.ts';

/** Characters on either side of a mention: a line holds both. */
const AROUND = 20;

export interface MentionDialogProps {
  marks: readonly Mark[];
  /** The text that the mentions' offsets count in, and its language. */
  text: string;
  textLanguage: string | null;
  answer: NamesAnswer;
  titleId: string;
  onClose(): void;
  /** An entry has the focus: its place is wanted in view. */
  onReach(mark: Mark): void;
  onOpen(mark: Mark): void;
}

export function MentionDialog({ marks, text, textLanguage, answer: { names, strings }, titleId, ...on }: MentionDialogProps) {
  const byEntity = new Map(names.map((name) => [name.entity, name]));
  const count = fill(strings.popupMentions, marks.length, new Set(marks.map(({ mention }) => mention.entity)).size);
  return (
    <>
      <Header titleId={titleId} actions={{ close: on.onClose, back: null, pin: null }} labels={{ close: strings.cardClose }}>
        <h2 id={titleId}>{strings.panelNames}</h2>
        <p class="count">{count}</p>
      </Header>
      <ol class="body mentions" aria-labelledby={titleId}>
        {marks.map((mark) => (
          <Entry
            key={mark.index}
            mark={mark}
            excerpt={excerptAround(text, mark.mention.start, mark.mention.end, AROUND)}
            textLanguage={textLanguage}
            name={byEntity.get(mark.mention.entity)?.name}
            category={strings[categoryLabel[mark.mention.category]]}
            onReach={on.onReach}
            onOpen={on.onOpen}
          />
        ))}
      </ol>
    </>
  );
}

interface EntryProps extends Pick<MentionDialogProps, 'textLanguage' | 'onReach' | 'onOpen'> {
  mark: Mark;
  excerpt: ReturnType<typeof excerptAround>;
  /** What the card calls the entity; missing where the pack has no card of it. */
  name: NamesAnswer['names'][number]['name'] | undefined;
  category: string;
}

function Entry({ mark, excerpt, textLanguage, name, category, onReach, onOpen }: EntryProps) {
  return (
    <li>
      <button
        type="button"
        data-mention={mark.index}
        style={{ '--hue': `var(--${mark.mention.category})` }}
        onFocus={() => onReach(mark)}
        onClick={() => onOpen(mark)}
      >
        <span>
          <b lang={textLanguage ?? ''}>{excerpt.name}</b>{' '}
          <small>
            {name && name.text !== excerpt.name && <span lang={name.language}>{name.text} · </span>}
            {category}
          </small>
        </span>
        <span class="place" lang={textLanguage ?? ''}>
          {excerpt.before}
          {excerpt.name}
          {excerpt.after}
        </span>
      </button>
    </li>
  );
}
