/**
 * Chinese and Japanese write no spaces, so a short name also stands inside
 * other words: 思科 in 反思科技, 理研 in 心理研究, 李强 in 李强调. The browser's own
 * dictionary of words tells.
 */
import { classAt, HAN } from './fold.ts';

/** How far the words around a name are looked at, in UTF-16 units. */
const WINDOW = 10;

let words: Intl.Segmenter | null = null;

/** The word that a stretch of Han signs begins or ends inside of, or null where words end at both of its ends. */
export function wordAcross(text: string, start: number, end: number): string | null {
  if (!isHan(text, start - 1) && !isHan(text, end)) return null;
  let from = start;
  while (start - from < WINDOW && isHan(text, from - 1)) from--;
  let to = end;
  while (to - end < WINDOW && isHan(text, to)) to++;
  const segments = segmentsOf(text.slice(from, to));
  const first = segments.containing(start - from);
  if (first !== undefined && first.index !== start - from) return first.segment;
  const next = to > end ? segments.containing(end - from) : undefined;
  return next !== undefined && next.index !== end - from ? next.segment : null;
}

/** Signs that end many given names: 曹国 goes on as 曹国伟, 张文 as 张文宏. */
const givenNameEnds = new Set(
  '伟偉强強军軍平明华華国國文杰傑林龙龍峰鹏鵬飞飛超勇刚剛磊涛濤波辉輝斌浩宇轩軒鑫毅源宏雄彬松柏荣榮贵貴福祥瑞生良海山川江建志德亮永健义義兴興春梅兰蘭英芳燕红紅丽麗娟静靜敏玲艳豔萍霞莉娜雪琴云雲莲蓮凤鳳洁潔婷倩琳珍慧秀娥珠翠雅芝玉仁夫',
);

/** The longer name that a person's name of two signs begins, or null: a sign by itself behind it that ends given names. */
export function longerName(text: string, start: number, end: number): string | null {
  if (!givenNameEnds.has(text[end] ?? '')) return null;
  let to = end;
  while (to - end < WINDOW && isHan(text, to)) to++;
  const next = segmentsOf(text.slice(end, to)).containing(0);
  return next?.segment.length === 1 ? text.slice(start, end + 1) : null;
}

function segmentsOf(text: string): Intl.Segments {
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return words.segment(text);
}

function isHan(text: string, index: number): boolean {
  if (classAt(text, index) !== HAN) return false;
  const unit = text.charCodeAt(index);
  return unit >= 0x3400 && unit <= 0x9fff;
}
