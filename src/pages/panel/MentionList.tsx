/** Where an entity stands in the text: each place is a button that goes there on the page. */

import { excerptAround } from '../../shared/excerpt.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { PageReport } from '../../shared/messages.ts';

export interface MentionListProps {
  report: PageReport;
  entity: string;
  translate: Translate;
  onJump(mention: number): void;
}

export function MentionList({ report, entity, translate: t, onJump }: MentionListProps) {
  const places = report.mentions.flatMap((mention, index) => (mention.entity === entity ? [{ mention, index }] : []));
  return (
    <ol class="places" aria-label={t('panelMentions', places.length)} lang={report.language ?? ''}>
      {places.map(({ mention, index }) => {
        const { before, name, after } = excerptAround(report.text, mention.start, mention.end);
        return (
          <li key={index}>
            <button type="button" onClick={() => onJump(index)}>
              {before}
              <b>{name}</b>
              {after}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
