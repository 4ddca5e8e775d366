/** What happened around an article, as a picture with the article on it, and as a list. */
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { CardModel, DatedText } from '../shared/model.ts';
import { BeforeAndSince } from './Facts.tsx';
import { formatDate } from './format.ts';
import { scaleTimeline, type TimelineScale } from './timelineScale.ts';
import { useWidth } from './useWidth.ts';

export interface TimelineProps {
  model: CardModel;
  strings: CardStrings;
  language: string;
  first: number;
}

/** Draws statements and events together; lists the events, since the statements stand above already. */
export function Timeline({ model, strings, language, first }: TimelineProps) {
  const { statements, timeline } = model;
  const picture = <TimelinePicture entries={[...statements, ...timeline]} {...model} strings={strings} />;
  if (timeline.length === 0 && statements.length < 3) return null;
  return (
    <section>
      <h3>{strings.cardTimeline}</h3>
      {picture}
      <BeforeAndSince facts={timeline.toReversed()} strings={strings} language={language} first={first} />
    </section>
  );
}

/** Width inside a card on a page, in CSS pixels. */
const USUAL = 358;
/** Diameters of dots, the largest first: many dots are drawn small, so that none pile up to a tower. */
const DIAMETERS = [9, 7, 5];
/** Distance between dots on top of each other, and height of a pile above which the next size is taken. */
const APART = 1;
const PILE = 100;

export interface TimelinePictureProps {
  entries: readonly DatedText[];
  date: string;
  dated: boolean;
  language: string;
  strings: CardStrings;
}

export function TimelinePicture({ entries, date, dated, language, strings }: TimelinePictureProps) {
  const { element, width } = useWidth<HTMLDivElement>(USUAL);
  const drawn = drawnWithin(PILE, entries, dated ? date : null, width);
  if (drawn === null) return null;
  const { diameter, pile, scale } = drawn;
  const { dots, article, from, to, earlier, cuts } = scale;
  const top = 18;
  const line = top + pile;
  const height = line + 20;
  const since = dots.filter((dot) => dot.since).length;
  const label = fill(strings.cardTimelineAlt, entries.length, formatDate(from, language), formatDate(to, language), since);
  const start = earlier > 0 ? `← ${fill(strings.cardEarlier, earlier)} · ${formatDate(from, language)}` : formatDate(from, language);
  return (
    <div ref={element} class="timeline">
      <svg width={width} height={height} role="img" aria-label={label}>
        {article !== null && <rect class="after" x={article} y={top - 4} width={width - article} height={line - top + 4} />}
        <path class="axis" d={`M0 ${line}H${width}`} />
        {cuts.map((x) => (
          <g key={x} class="cut">
            <path class="gap" d={`M${x - 3} ${line}H${x + 3}`} />
            <path class="axis" d={`M${x - 5} ${line + 4}l4 -8M${x + 1} ${line + 4}l4 -8`} />
          </g>
        ))}
        {dots.map((dot) => (
          <circle
            key={`${dot.x} ${dot.level}`}
            class={dot.since ? 'is-since' : ''}
            cx={dot.x}
            cy={line - diameter / 2 - 2 - dot.level * (diameter + APART)}
            r={diameter / 2 - 0.5}
          />
        ))}
        {article !== null && (
          <>
            <path class="article" d={`M${article} ${top - 4}V${line + 4}`} />
            <text class="article" x={article} y={11} text-anchor={anchorAt(article, width)}>
              {strings.cardThisArticle} · {formatDate(date, language)}
            </text>
          </>
        )}
        <text x={0} y={line + 15}>
          {start}
        </text>
        <text x={width} y={line + 15} text-anchor="end">
          {formatDate(to, language)}
        </text>
      </svg>
    </div>
  );
}

/** The largest dots whose highest pile stays below a height, else the smallest. */
function drawnWithin(highest: number, entries: readonly DatedText[], date: string | null, width: number) {
  let drawn: { diameter: number; pile: number; scale: TimelineScale } | null = null;
  for (const diameter of DIAMETERS) {
    const scale = scaleTimeline(entries, date, width, diameter);
    if (scale === null) return null;
    drawn = { diameter, pile: (Math.max(...scale.dots.map((dot) => dot.level)) + 1) * (diameter + APART), scale };
    if (drawn.pile <= highest) break;
  }
  return drawn;
}

/** Lettering grows towards the side that has room. */
function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  const share = x / width;
  return share < 0.25 ? 'start' : share > 0.75 ? 'end' : 'middle';
}
