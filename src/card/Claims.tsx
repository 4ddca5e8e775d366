/** Questions that outlets answer differently: the sides beside each other, and what settled it. */
import type { CardStrings } from '../shared/cardStrings.ts';
import type { ClaimSide, DisputedClaim } from '../shared/model.ts';
import { formatDate } from './format.ts';
import { Sources } from './Sources.tsx';
import { useFirst } from './useFirst.tsx';

export function Claims({ claims, strings, language }: { claims: readonly DisputedClaim[]; strings: CardStrings; language: string }) {
  const { shown, button } = useFirst(claims, 2, strings);
  if (claims.length === 0) return null;
  return (
    <section>
      <h3>{strings.cardClaims}</h3>
      {shown.map((claim) => (
        <div key={claim.question.text} class="claim">
          <p class="question" lang={claim.question.language}>
            {claim.question.text}
          </p>
          <ul class="sides">
            {claim.sides.map((side) => (
              <Side key={`${side.date} ${side.text.text}`} side={side} strings={strings} language={language} />
            ))}
          </ul>
          {claim.settled && (
            <div class={claim.settled.since ? 'fact settled is-since' : 'fact settled'}>
              <div>
                <b>{strings.cardSettled}</b> <time dateTime={claim.settled.date}>{formatDate(claim.settled.date, language)}</time>
              </div>
              <p lang={claim.settled.text.language}>{claim.settled.text.text}</p>
              <Sources sources={claim.settled.sources} label={strings.cardSources} language={language} />
            </div>
          )}
        </div>
      ))}
      {button}
    </section>
  );
}

function Side({ side, strings, language }: { side: ClaimSide; strings: CardStrings; language: string }) {
  return (
    <li class={side.since ? 'fact is-since' : 'fact'}>
      <time dateTime={side.date}>{formatDate(side.date, language)}</time>
      <p lang={side.text.language}>{side.text.text}</p>
      <Sources sources={side.sources} label={strings.cardSources} language={language} />
    </li>
  );
}
