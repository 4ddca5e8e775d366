/** A card as text to take away: every sentence with its sources. */
import type { CardStrings } from '../shared/cardStrings.ts';
import { fill } from '../shared/fill.ts';
import type { CardModel, HeldOffice, Source } from '../shared/model.ts';
import { formatDate } from './format.ts';
import { categoryLabel } from './labels.ts';
import { partTitle } from './partTitle.ts';
import { termOf } from './term.ts';

/** Statements that a copy carries, the newest known ones. */
const STATEMENTS = 3;

interface Line {
  text: string;
  sources: readonly Source[];
}

/** Plain text: addresses stand under the sentence that they support. */
export function plainText(model: CardModel, strings: CardStrings): string {
  const lines = linesOf(model, strings).map(({ text, sources }) =>
    [text, ...sources.map((source) => `  ${described(source, model.language)} ${source.url}`)].join('\n'),
  );
  return [headOf(model, strings), ...lines, lastLine(model, strings)].join('\n\n');
}

/** Markdown: sources are links. */
export function markdown(model: CardModel, strings: CardStrings): string {
  const lines = linesOf(model, strings).map(({ text, sources }) => {
    const links = sources.map((source) => `[${escaped(described(source, model.language))}](${address(source.url)})`).join(', ');
    return links === '' ? escaped(text) : `${escaped(text)} (${links})`;
  });
  return [`**${escaped(headOf(model, strings))}**`, ...lines, `_${escaped(lastLine(model, strings))}_`].join('\n\n');
}

/** What a report of a wrong card starts with; the reader adds what is wrong and sends it where they like. */
export function reportText(model: CardModel, strings: CardStrings, article: string | null): string {
  return [
    strings.cardReportText,
    '',
    '',
    `${model.name.text} (${model.entity}, ${model.language})`,
    ...(article === null ? [] : [article]),
    `${model.date}${model.dated ? '' : '?'} · ${model.asOf}`,
  ].join('\n');
}

function officeLine(when: string, office: HeldOffice, { language }: CardModel, strings: CardStrings): Line {
  const term = termOf({ ...office, to: null }, strings, language);
  return { text: `${when}: ${office.title.text}${term && ` (${term})`}`, sources: office.sources };
}

function headOf({ name, nativeName, category, kind }: CardModel, strings: CardStrings): string {
  return `${name.text}${nativeName ? ` (${nativeName.text})` : ''} · ${strings[categoryLabel[category]]}, ${kind.text}`;
}

function linesOf(model: CardModel, strings: CardStrings): Line[] {
  const { officesThen, officesNow, background, statements, language } = model;
  return [
    ...officesThen.map((office) => officeLine(strings.cardOffice, office, model, strings)),
    ...officesNow.map((office) => officeLine(strings.cardOfficeNow, office, model, strings)),
    ...(background ? [{ text: background.text, sources: model.backgroundSources }] : []),
    ...partLines(model, strings),
    ...statements
      .filter((statement) => !statement.since)
      .slice(0, STATEMENTS)
      .map(({ date, text, sources }) => ({ text: `${formatDate(date, language)}: ${text.text}`, sources })),
  ];
}

/** Its part as the article's readers knew it; where that is today's, as of when. */
function partLines(model: CardModel, strings: CardStrings): Line[] {
  const { part, partThen, partSources, date, language } = model;
  if (partThen)
    return [{ text: `${fill(strings.cardPartThen, formatDate(date, language))}: ${partThen.text.text}`, sources: partThen.sources }];
  return part ? [{ text: `${partTitle(model, strings)}: ${part.text}`, sources: partSources }] : [];
}

function lastLine({ asOf, language }: CardModel, strings: CardStrings): string {
  return `Newsgloss · ${fill(strings.cardAsOf, formatDate(asOf, language))}`;
}

function described({ outlet, published, title }: Source, language: string): string {
  return `${outlet}${published === null ? '' : `, ${formatDate(published, language)}`}: ${title}`;
}

/** Characters that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** Brackets end a Markdown link early. */
function address(url: string): string {
  return url.replace(/\(/g, '%28').replace(/\)/g, '%29');
}
