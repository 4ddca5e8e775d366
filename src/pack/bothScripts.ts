/**
 * Chinese names in the script in which the data do not give them: newspapers in
 * Hong Kong write mainland words in traditional characters (國家發展改革委),
 * and mainland ones quote Taiwan's in simplified.
 */
import { Converter } from 'opencc-js';
import { type Alias, type Entity, textOf } from './schema.ts';

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const toSimplified = Converter({ from: 'tw', to: 'cn' });

/**
 * The converter takes signs for the words that they mean ("inside", "tobacco",
 * "proclaim", "model") where names only sound so, and the solemn form of 台.
 */
const plain: Readonly<Record<string, string>> = {
  裡: '里',
  裏: '里',
  臺: '台',
  菸: '煙',
  峯: '峰',
  佈: '布',
  餘: '余',
  剋: '克',
  佔: '占',
  範: '范',
};

/** Those signs, and 範 outside 規範 (rules), which names of laws hold. */
const misread = /[裡裏臺菸峯佈餘剋佔]|(?<!規)範/g;

/** The entities, with their Chinese names in both scripts; a form that another entity bears by itself stays that one's. */
export function inBothScripts(entities: readonly Entity[]): Entity[] {
  const known = new Set(
    entities.flatMap((entity) => [...Object.values(entity.names), ...Object.values(entity.aliases).flat().map(textOf)]),
  );
  return entities.map((entity) => {
    const traditional = converted(entity, 'zh-Hans', (text) => toTraditional(text).replace(misread, (sign) => plain[sign] as string));
    const simplified = converted(entity, 'zh-Hant', toSimplified);
    const isNew = (alias: Alias) => !known.has(textOf(alias));
    return {
      ...entity,
      aliases: {
        ...entity.aliases,
        'zh-Hant': [...(entity.aliases['zh-Hant'] ?? []), ...traditional.filter(isNew)],
        'zh-Hans': [...(entity.aliases['zh-Hans'] ?? []), ...simplified.filter(isNew)],
      },
    };
  });
}

/** An entity's names in one script, written in the other and read in the same way. */
function converted({ names, aliases }: Entity, from: 'zh-Hans' | 'zh-Hant', convert: (text: string) => string): Alias[] {
  const given = aliases[from] ?? [];
  const name = names[from];
  const all = name === undefined || given.some((alias) => textOf(alias) === name) ? given : [name, ...given];
  return all.flatMap((alias): Alias[] => {
    if (typeof alias === 'string') return [convert(alias)];
    // A form that is read in one script alone says something else in the other.
    return alias.in ? [] : [{ ...alias, text: convert(alias.text) }];
  });
}
