/** Live sources: a button for each that is turned on, and what it answered, or why it did not. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { AskedSource, LiveAnswer } from '../shared/model.ts';
import { formatTime } from './format.ts';
import { faultText, sourceName } from './labels.ts';
import { Report } from './Report.tsx';
import { useFirst } from './useFirst.tsx';
import { useUniqueId } from './useUniqueId.ts';

export interface LiveProps {
  sources: readonly AskedSource[];
  /** Asks a source; rejects only where nobody is left to be asked. */
  ask(source: AskedSource): Promise<LiveAnswer>;
  strings: CardStrings;
  language: string;
}

/** Reports of an answer that stand open. */
const FIRST = 4;

export function Live({ sources, ask, strings, language }: LiveProps) {
  const id = useUniqueId();
  const [answers, setAnswers] = useState<ReadonlyMap<AskedSource, LiveAnswer | 'asking'>>(new Map());
  if (sources.length === 0) return null;
  const put = (source: AskedSource, answer: LiveAnswer | 'asking') => setAnswers((known) => new Map([...known, [source, answer]]));
  const askNow = (source: AskedSource) => {
    if (answers.get(source) === 'asking') return;
    put(source, 'asking');
    ask(source).then(
      (answer) => put(source, answer),
      () => put(source, { reports: [], fault: 'broken', goodAt: null, link: null }),
    );
  };
  return (
    <div class="live">
      <h4 id={id}>{strings.cardAskMore}</h4>
      <ul class="ask" aria-labelledby={id}>
        {sources.map((source) => (
          <li key={source}>
            <button
              type="button"
              class="button"
              aria-label={fill(strings.cardAsk, strings[sourceName[source]])}
              aria-disabled={answers.get(source) === 'asking'}
              onClick={() => askNow(source)}
            >
              {strings[sourceName[source]]}
            </button>
          </li>
        ))}
      </ul>
      {sources.map((source) => {
        const answer = answers.get(source);
        return answer && <Answer key={source} source={source} answer={answer} strings={strings} language={language} />;
      })}
    </div>
  );
}

interface AnswerProps {
  source: AskedSource;
  answer: LiveAnswer | 'asking';
  strings: CardStrings;
  language: string;
}

function Answer({ source, answer, strings, language }: AnswerProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => bringIntoCard(element.current as HTMLElement), [answer]);
  const name = strings[sourceName[source]];
  const isAsking = answer === 'asking';
  const { reports, fault, goodAt, link } = isAsking ? { reports: [], fault: null, goodAt: null, link: null } : answer;
  const text = isAsking
    ? fill(strings.cardAsking, name)
    : fault
      ? fill(strings.cardAskFault, name, strings[faultText[fault]])
      : reports.length === 0
        ? fill(strings.cardAskNothing, name)
        : reports[0]?.background
          ? name
          : fill(strings.cardAskFound, name, reports.length);
  return (
    <div ref={element} class="asked">
      <p role="status" aria-busy={isAsking} class={fault ? 'is-fault' : ''}>
        {text}
      </p>
      {fault && goodAt !== null && reports.length > 0 && <p class="about">{fill(strings.cardAskLast, formatTime(goodAt, language))}</p>}
      <Answers reports={reports} strings={strings} language={language} />
      {link && (fault || reports.length === 0) && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {strings.cardAskYourself}
        </a>
      )}
    </div>
  );
}

/** Scrolls a card, and nothing around it, so that what has come at its end is seen from its beginning. */
function bringIntoCard(element: HTMLElement): void {
  const body = element.closest('.body');
  if (body === null) return;
  const [box, view] = [element.getBoundingClientRect(), body.getBoundingClientRect()];
  const hidden = Math.min(box.bottom - view.bottom, box.top - view.top);
  if (hidden > 0) body.scrollBy({ top: hidden, behavior: 'instant' });
}

/** What was answered: a summary where the source is an encyclopedia, reports otherwise. */
function Answers({ reports, strings, language }: Pick<LiveAnswer, 'reports'> & Pick<AnswerProps, 'strings' | 'language'>) {
  const { shown, button } = useFirst(reports, FIRST, strings);
  if (reports.length === 0) return null;
  return (
    <>
      <ul>
        {shown.map((report) => (
          <li key={report.url} class="report">
            {report.background && <p lang={report.language}>{report.background}</p>}
            <Report report={report} strings={strings} language={language} />
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
