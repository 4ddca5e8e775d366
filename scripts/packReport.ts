/**
 * npm run pack:report: what the packs cover and where they have grown old, so
 * that an editor knows what to do next. `-- --all` prints lists whole.
 */
import {
  categoryCoverage,
  entitiesWithoutStatements,
  languageCoverage,
  monthCoverage,
  officesWithoutSource,
  oldestNews,
  statementAges,
} from '../src/pack/coverage.ts';
import { readPacks } from '../src/pack/source.ts';

/** Lines of a list that are printed unless all are asked for. */
const shown = process.argv.includes('--all') ? Number.POSITIVE_INFINITY : 25;
/** Bounds of the ages of statements, in months. */
const ages = [1, 3, 6, 12, 24];

const source = readPacks();
console.log(`${source.header.id} ${source.header.version}, as of ${source.header.asOf}`);

heading("The story's entities by category");
console.table(categoryCoverage(source));

heading("The story's texts by language");
console.table(languageCoverage(source));

heading('By month');
console.table(monthCoverage(source));

heading('Statements by age in months');
const counts = statementAges(source, ages);
console.table([...ages.map((age) => `up to ${age}`), 'older'].map((age, index) => ({ age, statements: counts[index] })));

list(
  'Entities with the oldest news',
  oldestNews(source).map(({ id, date }) => `${date} ${id}`),
);
list('Offices without a source', officesWithoutSource(source));
list('Entities of the story without statements', entitiesWithoutStatements(source));

function heading(title: string): void {
  console.log(`\n${title}`);
}

function list(title: string, lines: readonly string[]): void {
  heading(`${title}: ${lines.length}`);
  for (const line of lines.slice(0, shown)) console.log(`  ${line}`);
  if (lines.length > shown) console.log(`  … and ${lines.length - shown} more`);
}
