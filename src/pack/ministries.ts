/** Names of ministries and central banks that eastern languages make of a country's name and a common word: 沙特财政部. */
import * as v from 'valibot';
import { type AliasEntry, plainAlias } from '../match/lexicon/writeLexicon.ts';
import { type Entity, textOf, WordList } from './schema.ts';

/** A kind of body with its words; it is known by a name in English, or by the entity's kind. */
export const Ministries = v.array(
  v.strictObject({
    english: v.exactOptional(WordList),
    kind: v.exactOptional(v.string()),
    'zh-Hans': WordList,
    'zh-Hant': WordList,
    ko: WordList,
    ja: WordList,
  }),
);
type Ministry = v.InferOutput<typeof Ministries>[number];

/** Forms that stand in front of a body's name: form → country. */
type Glue = Readonly<Record<string, string>>;

/** The composed names of bodies that no entity bears already and that only one of a country's could bear. */
export function composedNames(
  entities: readonly Entity[],
  known: ReadonlySet<string>,
  ministries: readonly Ministry[],
  glue: Glue,
): AliasEntry[] {
  const bearers = new Map<string, Set<string>>();
  for (const entity of entities) {
    if (entity.category !== 'agency' || entity.unmarked || entity.country === undefined) continue;
    const signs = Object.keys(glue).filter((sign) => glue[sign] === entity.country && /^[\u3040-\u9fff가-힣]{2,}$/.test(sign));
    const names = new Set([...Object.values(entity.names), ...Object.values(entity.aliases).flat()].map(textOf).map(withoutBrackets));
    for (const ministry of ministries) {
      const isOne = ministry.kind === entity.kind || ministry.english?.some((name) => names.has(name));
      if (!isOne) continue;
      for (const text of signs.flatMap((sign) => compose(sign, ministry))) {
        if (known.has(text)) continue;
        const list = bearers.get(text) ?? new Set();
        bearers.set(text, list.add(entity.id));
      }
    }
  }
  return [...bearers].flatMap(([text, ids]) =>
    [...ids].flatMap((entity) => (ids.size === 1 ? [{ ...plainAlias, text, strength: 'strong' as const, entity }] : [])),
  );
}

/** "Ministry of Finance (Saudi Arabia)" → "Ministry of Finance" */
function withoutBrackets(name: string): string {
  return name.replace(/ \(.+\)$/, '');
}

/** A country's sign with each word of its script: 사우디 재무부 with and without a space. */
function compose(sign: string, ministry: Ministry): string[] {
  if (/^[가-힣]/.test(sign)) return ministry.ko.flatMap((word) => [`${sign} ${word}`, sign + word]);
  const isJapanese = /[\u3040-\u30ff]/.test(sign);
  const list = isJapanese ? ministry.ja : [...ministry['zh-Hans'], ...ministry['zh-Hant'], ...ministry.ja];
  return [...new Set(list)].map((word) => sign + word);
}
