/**
 * npm run pack:check: every fault in the packs' data, one a line; exit 1 where there is any.
 */
import { checkPacks } from '../src/pack/check.ts';
import { DataError } from '../src/pack/read.ts';
import { readPacks } from '../src/pack/source.ts';

/** Faults whose file's path contains one of these words are shown; none: all. */
const wanted = process.argv.slice(2);

try {
  const source = readPacks();
  const faults = checkPacks(source).filter(({ file }) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
  for (const { file, line, message } of faults) console.error(`${file}:${line}: ${message}`);
  console.log(
    `${source.entities.length} entities, ${source.events.length} events, ${source.reports.length} reports: ${faults.length} faults`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
