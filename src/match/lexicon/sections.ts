/** A file of named typed arrays that loads by being viewed: a short JSON index, then the bytes of each array. */

const kinds = { Uint8Array, Uint16Array, Uint32Array } as const;
type Kind = keyof typeof kinds;
export type Section = Uint8Array | Uint16Array | Uint32Array;

interface IndexEntry {
  name: string;
  kind: Kind;
  offset: number;
  length: number;
}

/** Arrays must begin at a multiple of their element size; eight suits all of them. */
const ALIGNMENT = 8;

/** The bytes of a file that holds these arrays. */
export function writeSections(sections: Readonly<Record<string, Section>>): Uint8Array<ArrayBuffer> {
  const index: IndexEntry[] = [];
  let offset = 0;
  for (const [name, section] of Object.entries(sections)) {
    index.push({ name, kind: section.constructor.name as Kind, offset, length: section.length });
    offset = align(offset + section.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify(index));
  const start = align(4 + header.length);
  const file = new Uint8Array(start + offset);
  new DataView(file.buffer).setUint32(0, header.length, true);
  file.set(header, 4);
  for (const entry of index) {
    const section = sections[entry.name] as Section;
    file.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), start + entry.offset);
  }
  return file;
}

/** Views of the arrays in a file made by `writeSections`; throws where one is asked for that is not there. */
export function openSections(file: ArrayBuffer): {
  bytes(name: string): Uint8Array;
  shorts(name: string): Uint16Array;
  words(name: string): Uint32Array;
} {
  const headerLength = new DataView(file).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, headerLength))) as IndexEntry[];
  const start = align(4 + headerLength);
  const entries = new Map(index.map((entry) => [entry.name, entry]));
  const view = (name: string, kind: Kind): Section => {
    const entry = entries.get(name);
    if (entry?.kind !== kind) throw new Error(`the file has no ${kind} "${name}"`);
    return new kinds[kind](file, start + entry.offset, entry.length);
  };
  return {
    bytes: (name) => view(name, 'Uint8Array') as Uint8Array,
    shorts: (name) => view(name, 'Uint16Array') as Uint16Array,
    words: (name) => view(name, 'Uint32Array') as Uint32Array,
  };
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

/** Many strings as UTF-8 with offsets; each is decoded only when asked for. */
export interface StringTable {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

export function writeStrings(strings: readonly string[]): StringTable {
  const encoder = new TextEncoder();
  const encoded = strings.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(strings.length + 1);
  encoded.forEach((bytes, index) => {
    offsets[index + 1] = (offsets[index] as number) + bytes.length;
  });
  const bytes = new Uint8Array(offsets[strings.length] as number);
  encoded.forEach((part, index) => {
    bytes.set(part, offsets[index] as number);
  });
  return { bytes, offsets };
}

const decoder = new TextDecoder();

export function stringAt(table: StringTable, index: number): string {
  return decoder.decode(table.bytes.subarray(table.offsets[index], table.offsets[index + 1]));
}
