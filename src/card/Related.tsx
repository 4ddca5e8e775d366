/** What others report: official documents first, then story by story, then what live sources can be asked for. */
import type { CardStrings } from '../shared/cardStrings.ts';
import type { RelatedReport } from '../shared/model.ts';
import { Live, type LiveProps } from './Live.tsx';
import { Report } from './Report.tsx';
import { byStory } from './stories.ts';
import { useFirst } from './useFirst.tsx';
import { useUniqueId } from './useUniqueId.ts';

export interface RelatedProps {
  reports: readonly RelatedReport[];
  strings: CardStrings;
  language: string;
  /** Stories that stand open. */
  first: number;
  /** Live sources that are turned on, and how to ask one. */
  live: Pick<LiveProps, 'sources' | 'ask'>;
}

/** Official documents, and further reports of a story, that stand open. */
const FEW = 2;

export function Related({ reports, strings, language, first, live }: RelatedProps) {
  const { official, stories } = byStory(reports);
  const { shown, button } = useFirst(stories, first, strings);
  if (reports.length === 0 && live.sources.length === 0) return null;
  const shared = { strings, language };
  return (
    <section class="related">
      <h3>{strings.cardRelated}</h3>
      {official.length > 0 && <Group kind="official" title={strings.cardOfficial} reports={official} {...shared} />}
      {shown.length > 0 && (
        <ul>
          {shown.map((story) => (
            <Story key={story[0].url} story={story} {...shared} />
          ))}
        </ul>
      )}
      {button}
      <Live {...live} {...shared} />
    </section>
  );
}

interface ListProps {
  strings: CardStrings;
  language: string;
}

/** Reports under a heading of their own; many fold. */
function Group({
  kind,
  title,
  reports,
  strings,
  language,
}: ListProps & { kind: string; title: string; reports: readonly RelatedReport[] }) {
  const id = useUniqueId();
  const { shown, button } = useFirst(reports, FEW, strings);
  return (
    <div class={kind}>
      <h4 id={id}>{title}</h4>
      <ul aria-labelledby={id}>
        {shown.map((report) => (
          <li key={report.url} class="report">
            <Report report={report} strings={strings} language={language} />
          </li>
        ))}
      </ul>
      {button}
    </div>
  );
}

/** A report, and below it those that tell the same. */
function Story({ story: [lead, ...others], ...shared }: ListProps & { story: readonly [RelatedReport, ...RelatedReport[]] }) {
  return (
    <li class="report">
      <Report report={lead} {...shared} />
      {others.length > 0 && <Group kind="same" title={shared.strings.cardSameStory} reports={others} {...shared} />}
    </li>
  );
}
