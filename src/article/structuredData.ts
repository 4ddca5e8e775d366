/** What a page says of itself in JSON-LD. */

/** One item of a page's structured data, its values unread. */
export type Item = Readonly<Record<string, unknown>>;

/** More than this is not the article's own data. */
const LONGEST = 1_000_000;

/** All items of a page's JSON-LD scripts, those inside graphs and lists included. */
export function structuredData(scripts: Iterable<string>): Item[] {
  const items: Item[] = [];
  for (const script of scripts) {
    if (script.length > LONGEST) continue;
    const value = parseLoosely(script);
    if (value !== undefined) collect(value, items, 0);
    else items.push(...salvage(script));
  }
  return items;
}

/** Types of an item, without the schema.org prefix. */
export function typesOf(item: Item): string[] {
  const type = item['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list.filter((one) => typeof one === 'string').map((one) => one.replace(/^.*[/#:]/, ''));
}

/** A value as text: the string itself, or the text, name or address of an item that stands for it. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== null) ?? null;
  if (!isItem(value)) return null;
  return textOf(value['@value']) ?? textOf(value['name']) ?? textOf(value['@id']) ?? textOf(value['url']);
}

/** JSON as pages write it: with comments, raw line feeds inside strings, and commas before a closing bracket. */
function parseLoosely(script: string): unknown {
  const text = script
    .replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g,
      '',
    )
    .trim();
  for (const attempt of [
    text,
    text
      .replace(/;\s*$/, '')
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt mends more; what none can read is left out.
    }
  }
  return undefined;
}

/** Properties of an article that are read even where the JSON around them is broken. */
const salvaged = ['headline', 'datePublished', 'dateModified', 'dateCreated', 'inLanguage', 'url', 'mainEntityOfPage'];

/** The one item that a script without valid JSON shows: the first kind of article it names, with the first value of each property. */
function salvage(script: string): Item[] {
  const type = /"@type"\s*:\s*\[?\s*"((?:\w+:)?\w*(?:Article|BlogPosting|LiveBlogPosting))"/.exec(script)?.[1];
  if (type === undefined) return [];
  const item: Record<string, unknown> = { '@type': type };
  for (const name of salvaged) {
    const value = new RegExp(`"${name}"\\s*:\\s*"([^"\\n]{1,500})"`).exec(script)?.[1];
    if (value !== undefined) item[name] = value;
  }
  return [item];
}

function collect(value: unknown, items: Item[], depth: number): void {
  if (depth > 6) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, items, depth + 1);
    return;
  }
  if (!isItem(value)) return;
  if (value['@type'] !== undefined) items.push(value);
  for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']) {
    if (name !== 'itemListElement' || depth < 3) collect(value[name], items, depth + 1);
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
