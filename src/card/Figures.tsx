/** Technical figures, each with its sources. */
import type { CardStrings } from '../shared/cardStrings.ts';
import type { Figure } from '../shared/model.ts';
import { Sources } from './Sources.tsx';
import { useFirst } from './useFirst.tsx';

export interface FiguresProps {
  figures: readonly Figure[];
  strings: CardStrings;
  language: string;
  first: number;
}

export function Figures({ figures, strings, language, first }: FiguresProps) {
  const { shown, button } = useFirst(figures, first, strings);
  if (figures.length === 0) return null;
  return (
    <section>
      <h3>{strings.cardFigures}</h3>
      <dl class="figures">
        {shown.map((figure) => (
          <div key={figure.label.text}>
            <dt lang={figure.label.language}>{figure.label.text}</dt>
            <dd>
              <b>{figure.value}</b>
              <Sources sources={figure.sources} label={strings.cardSources} language={language} />
            </dd>
          </div>
        ))}
      </dl>
      {button}
    </section>
  );
}
