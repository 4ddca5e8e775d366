/**
 * Reads the packs' data files at build time. Every fault names its file, line
 * and field, and all faults are told at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { type Document, isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** A value from a data file, with the place it was read from. */
export interface Placed<Value> {
  value: Value;
  file: string;
  line: number;
}

/** One thing wrong with the data. */
export interface Fault {
  file: string;
  line: number;
  message: string;
}

/** Thrown when data files do not read; its message has a line for each fault. */
export class DataError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.name = 'DataError';
    this.faults = faults;
  }
}

/** Paths of the YAML files below a folder, sorted. */
export function dataFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => join(folder, path));
}

/** Reads one file that holds one value of a schema. */
export function readOne<Schema extends v.GenericSchema>(root: string, path: string, schema: Schema): Placed<v.InferOutput<Schema>> {
  const { document, file, lines } = parse(root, path);
  const faults: Fault[] = [];
  const [value] = check(document, document.contents, file, lines, schema, faults);
  if (value === undefined) throw new DataError(faults);
  return value;
}

/** Reads files that each hold one value of a schema or a list of them. */
export function readAll<Schema extends v.GenericSchema>(
  root: string,
  paths: readonly string[],
  schema: Schema,
): Placed<v.InferOutput<Schema>>[] {
  const faults: Fault[] = [];
  const values = paths.flatMap((path) => {
    try {
      const { document, file, lines } = parse(root, path);
      const nodes = isSeq(document.contents) ? (document.contents.items as Node[]) : [document.contents];
      return nodes.flatMap((node) => check(document, node, file, lines, schema, faults));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new DataError(faults);
  return values;
}

function parse(root: string, path: string): { document: Document; file: string; lines: LineCounter } {
  const file = relative(root, path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new DataError(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        message: (error.message.split('\n')[0] as string).replace(/ at line.*$/, ''),
      })),
    );
  }
  return { document, file, lines };
}

function check<Schema extends v.GenericSchema>(
  document: Document,
  node: Node | null,
  file: string,
  lines: LineCounter,
  schema: Schema,
  faults: Fault[],
): Placed<v.InferOutput<Schema>>[] {
  const lineOf = (at: Node | null | undefined) => (at?.range ? lines.linePos(at.range[0]).line : 1);
  const result = v.safeParse(schema, node?.toJS(document));
  if (result.success) return [{ value: result.output, file, line: lineOf(node) }];
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    faults.push({ file, line: lineOf(nodeAt(node, path)), message: `${path.join('.') || 'value'}: ${issue.message}` });
  }
  return [];
}

/** The innermost node on a path that the file has. */
function nodeAt(node: Node | null, path: readonly (string | number)[]): Node | null {
  let at = node;
  for (const key of path) {
    const next: unknown = isMap(at) || isSeq(at) ? at.get(key, true) : undefined;
    if (next === undefined || next === null) return at;
    at = next as Node;
  }
  return at;
}
