/**
 * Numbers and days in a text as keys that are the same in every language:
 * "400,000", "40万", "40만" and "四十万" are one number; "25%", "25 per cent"
 * and "25%" one share; "Jan. 15", "1月15日" and "1월 15일" one day.
 */

/** What a word after a number multiplies it by. */
const scales: [RegExp, number][] = [
  [/^(?:trillion|billones|billionen|bio\b|兆|조)/i, 1e12],
  [/^(?:billion|bn\b|b\b|milliarden?|milliards?|mrd|mil millones|miliardi|십억|十億|十亿)/i, 1e9],
  [/^(?:亿|億|억)/, 1e8],
  [/^(?:million|mn\b|m\b|mio\b|millones|millionen|milioni|百万|백만)/i, 1e6],
  [/^(?:万|萬|만)/, 1e4],
  [/^(?:thousand|k\b|mille\b|mila\b|tausend|mil\b|千|천)/i, 1e3],
];
const percent = /^(?:%|％|percent|per cent|pct|prozent|pour cent|por ciento|per cento|퍼센트|パーセント|成)/i;

const months = [
  'jan|januar|janvier|enero|gennaio',
  'feb|februar|février|febrero|febbraio',
  'mar|märz|mars|marzo',
  'apr|april|avril|abril|aprile',
  'may|mai|mayo|maggio',
  'jun|june|juni|juin|junio|giugno',
  'jul|july|juli|juillet|julio|luglio',
  'aug|august|août|agosto',
  'sep|sept|september|septembre|septiembre|settembre',
  'oct|okt|october|oktober|octobre|octubre|ottobre',
  'nov|november|novembre|noviembre',
  'dec|dez|december|dezember|décembre|diciembre|dicembre',
];
const monthName = `(?:${months.map((names) => `(${names})[a-z]*`).join('|')})`;
const monthDay = new RegExp(`(?<![\\p{L}\\d])${monthName}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d,.]*\\d)`, 'giu');
const dayMonth = new RegExp(`(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+)?${monthName}(?![\\p{L}])`, 'giu');
const eastern = /(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/g;
const amount = /(?<![\p{L}\d.,-])(\d{1,3}(?:[,.\s]\d{3})+(?!\d)|\d+)(?:[.,](\d{1,2})(?!\d))?\s*(?=(%|\p{L}{0,12})(\s\p{L}{1,8})?)/giu;

/** Keys of the numbers and days that a text names; small numbers and years, which say little, are left out. */
export function numberKeys(text: string): string[] {
  const keys = new Set<string>();
  const day = (month: number, date: number) => {
    if (month >= 1 && month <= 12 && date >= 1 && date <= 31) keys.add(`${month}/${date}`);
    return ' ';
  };
  const rest = text
    .normalize('NFKC')
    .replace(eastern, (_, month: string, date: string) => day(Number(month), Number(date)))
    .replace(monthDay, (_, ...groups: string[]) => day(monthOf(groups.slice(0, 12)), Number(groups[12])))
    .replace(dayMonth, (_, date: string, ...groups: string[]) => day(monthOf(groups.slice(0, 12)), Number(date)));
  for (const [, digits = '', decimals, word = '', second = ''] of rest.matchAll(amount)) {
    const value = Number(`${digits.replace(/[,.\s]/g, '')}${decimals ? `.${decimals}` : ''}`);
    const key = keyOf(value, word, second);
    if (key !== null) keys.add(key);
  }
  return [...keys];
}

/** The key of a number with the words after it; null for one that says little. */
function keyOf(value: number, word: string, second: string): string | null {
  const unit = percent.test(word) ? word : `${word}${second}`;
  if (percent.test(unit)) return `${unit.startsWith('成') ? value * 10 : value}%`;
  if (/^[年月日년월일]/.test(word)) return null;
  const scale = scales.find(([pattern]) => pattern.test(unit.trimStart()))?.[1] ?? 1;
  const whole = Number((value * scale).toPrecision(6));
  const isYear = scale === 1 && whole >= 1900 && whole <= 2100;
  return whole > 12 && !isYear ? String(whole) : null;
}

function monthOf(groups: (string | undefined)[]): number {
  return groups.findIndex((group) => group !== undefined) + 1;
}
