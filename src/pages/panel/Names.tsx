/** Who and what an article names, by category, with the places in the text. */
import { useId, useState } from 'preact/hooks';
import { categoryGroup } from '../../card/labels.ts';
import { categories } from '../../shared/categories.ts';
import type { Translate } from '../../shared/i18n.ts';
import type { PageReport } from '../../shared/messages.ts';
import type { EntityLink, Overview } from '../../shared/model.ts';
import { MentionList } from './MentionList.tsx';

export interface NamesProps {
  overview: Overview;
  report: PageReport;
  translate: Translate;
  onOpen(link: EntityLink): void;
  onJump(mention: number): void;
}

export function Names({ overview, report, translate: t, onOpen, onJump }: NamesProps) {
  const [filter, setFilter] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const wanted = filter.trim().toLocaleLowerCase();
  const surfaces = surfacesOf(report);
  const shown = overview.entities.filter(({ entity, name, kind }) =>
    [name.text, kind.text, ...(surfaces.get(entity) ?? [])].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  const groups = categories
    .map((category) => ({ category, entities: shown.filter((one) => one.category === category) }))
    .filter(({ entities }) => entities.length > 0);
  return (
    <section aria-labelledby="names">
      <h2 id="names">{t('panelNames')}</h2>
      <input
        type="search"
        class="filter"
        placeholder={t('panelFilter')}
        aria-label={t('panelFilter')}
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      <p role="status" class={groups.length > 0 ? 'unseen' : 'hint'}>
        {groups.length === 0 ? t('panelNoMatch') : wanted === '' ? '' : String(shown.length)}
      </p>
      {groups.map(({ category, entities }) => (
        <section key={category} class="group" aria-labelledby={`group-${category}`} style={{ '--hue': `var(--${category})` }}>
          <h3 id={`group-${category}`} class="swatch">
            {t(categoryGroup[category])} <span class="hint">{entities.length}</span>
          </h3>
          <ul>
            {entities.map((entity) => (
              <Name
                key={entity.entity}
                entity={entity}
                report={report}
                translate={t}
                isOpened={opened === entity.entity}
                onOpen={() => {
                  setOpened(entity.entity);
                  onOpen(entity);
                }}
                onJump={onJump}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

interface NameProps {
  entity: Overview['entities'][number];
  report: PageReport;
  translate: Translate;
  /** Whether its card was the last to be opened from here. */
  isOpened: boolean;
  onOpen(): void;
  onJump(mention: number): void;
}

/** A name that opens its card, and behind a second button its places in the text. */
function Name({ entity: { entity, name, kind }, report, translate: t, isOpened, onOpen, onJump }: NameProps) {
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  const count = report.mentions.filter((mention) => mention.entity === entity).length;
  return (
    <li>
      <button type="button" class="entity" data-opened={isOpened ? '' : undefined} onClick={onOpen}>
        <span lang={name.language}>{name.text}</span>{' '}
        <span class="hint" lang={kind.language}>
          {kind.text}
        </span>
      </button>
      <button
        type="button"
        class="fold chevron"
        aria-label={t('panelMentions', count)}
        title={t('panelMentions', count)}
        aria-expanded={unfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!unfolded)}
      >
        {count}×
      </button>
      <div id={id} hidden={!unfolded}>
        {unfolded && <MentionList report={report} entity={entity} translate={t} onJump={onJump} />}
      </div>
    </li>
  );
}

/** How the article itself writes each entity's name. */
function surfacesOf({ text, mentions }: PageReport): Map<string, Set<string>> {
  const surfaces = new Map<string, Set<string>>();
  for (const { entity, start, end } of mentions) {
    const own = surfaces.get(entity) ?? new Set();
    surfaces.set(entity, own.add(text.slice(start, end)));
  }
  return surfaces;
}
