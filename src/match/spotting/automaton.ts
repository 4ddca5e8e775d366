/**
 * The automaton: a trie of folded patterns in typed arrays, built once and
 * then only viewed, so that loading it parses nothing.
 *
 * Nodes are numbered breadth first, so the children of a node stand side by
 * side and need no list of their own; where there are many, a table of hashes
 * tells which is which. A branch that leads to
 * one pattern only is kept as a tail of code units, which is where most of the
 * length of a hundred thousand names goes.
 */
import { buildSieve, type Sieve } from './sieve.ts';

/** An automaton as it is kept. Node 0 is the root and is nobody's child. */
export interface AutomatonArrays {
  /** How many of the patterns, from the first on, are looked for by themselves. */
  readonly nameCount: number;
  /** The sieve of all patterns, and that of the first `nameCount` alone. */
  readonly sieve: Sieve;
  readonly nameSieve: Sieve;
  /** First child of each node; the children end where those of the next node begin. */
  readonly firstChild: Uint32Array;
  /** Folded code unit on the edge into each node. */
  readonly label: Uint16Array;
  /** Pattern that ends at each node, or `NONE`. */
  readonly pattern: Uint32Array;
  /** Children of nodes that have many, by hash of node and label; 0 where there is none. */
  readonly branches: Uint32Array;
  /** Where the rest of the only pattern below a node begins in `tails`, or `NONE`. */
  readonly tail: Uint32Array;
  /** Tails, each as its length followed by its code units. */
  readonly tails: Uint16Array;
}

export interface Automaton extends AutomatonArrays {
  /** Child of the root for each folded code unit, 0 where no pattern begins with it. */
  readonly root: Uint16Array;
}

export const NONE = 0xffffffff;

/** So many children are compared one by one. */
const FEW = 2;

interface BuildNode {
  /** Range of the sorted patterns that share the prefix up to this node. */
  from: number;
  to: number;
  depth: number;
}

/** Set in a pattern's number where any ending may follow it (`chip*` reads "chips" and "chipmaker"). */
export const STEM = 0x80000000;

/**
 * Builds an automaton of folded, non-empty, distinct patterns. The number of a
 * pattern is its index in the list; one that ends in `*` is a stem. The first
 * `nameCount` of them can be looked for by themselves.
 */
export function buildAutomaton(list: readonly string[], nameCount = list.length): AutomatonArrays {
  const patterns = list.map((text) => (text.endsWith('*') ? text.slice(0, -1) : text));
  const numbers = list.map((text, index) => (text.endsWith('*') ? index | STEM : index) >>> 0);
  const order = patterns.map((_, index) => index).sort((a, b) => compareUnits(patterns[a] as string, patterns[b] as string));
  const sorted = order.map((index) => patterns[index] as string);
  const label: number[] = [0];
  const pattern: number[] = [];
  const tail: number[] = [];
  const firstChild: number[] = [];
  const tails: number[] = [];
  const queue: BuildNode[] = [{ from: 0, to: sorted.length, depth: 0 }];
  for (let index = 0; index < queue.length; index++) {
    const node = queue[index] as BuildNode;
    firstChild.push(queue.length);
    let { from } = node;
    const first = sorted[from];
    const endsHere = first !== undefined && first.length === node.depth;
    if (node.depth > 0 && !endsHere && node.to - node.from === 1) {
      const rest = (first as string).slice(node.depth);
      tail.push(tails.length);
      tails.push(rest.length, ...units(rest));
      pattern.push(numbers[order[from] as number] as number);
      continue;
    }
    tail.push(NONE);
    pattern.push(endsHere && node.depth > 0 ? (numbers[order[from] as number] as number) : NONE);
    while (endsHere && from < node.to && (sorted[from] as string).length === node.depth) from++;
    while (from < node.to) {
      const unit = (sorted[from] as string).charCodeAt(node.depth);
      let to = from + 1;
      while (to < node.to && (sorted[to] as string).charCodeAt(node.depth) === unit) to++;
      label.push(unit);
      queue.push({ from, to, depth: node.depth + 1 });
      from = to;
    }
  }
  firstChild.push(queue.length);
  const beginnings = patterns.map((text, index) => ({ text, isStem: (numbers[index] as number) >= STEM }));
  return {
    nameCount,
    sieve: buildSieve(beginnings),
    nameSieve: buildSieve(beginnings.slice(0, nameCount)),
    firstChild: Uint32Array.from(firstChild),
    label: Uint16Array.from(label),
    branches: branchesOf(firstChild, label),
    pattern: Uint32Array.from(pattern),
    tail: Uint32Array.from(tail),
    tails: Uint16Array.from(tails),
  };
}

/** Views the arrays of an automaton; the root's children are spread out, for every walk begins there. */
export function openAutomaton(arrays: AutomatonArrays): Automaton {
  const { firstChild, label } = arrays;
  const root = new Uint16Array(0x10000);
  for (let child = firstChild[0] as number; child < (firstChild[1] as number); child++) root[label[child] as number] = child;
  return { ...arrays, root };
}

/** The child of a node along a folded unit, or 0. */
export function childOf({ firstChild, label, branches }: Automaton, node: number, unit: number): number {
  const first = firstChild[node] as number;
  const end = firstChild[node + 1] as number;
  if (end - first <= FEW) {
    if (first < end && label[first] === unit) return first;
    return first + 1 < end && label[first + 1] === unit ? first + 1 : 0;
  }
  for (let at = branchHash(node, unit, branches); ; at = (at + 1) & (branches.length - 1)) {
    const child = branches[at] as number;
    if (child === 0 || (label[child] === unit && child >= first && child < end)) return child;
  }
}

/** The table that `childOf` looks children up in: at most a third of it is taken, so that a search is short. */
function branchesOf(firstChild: readonly number[], label: readonly number[]): Uint32Array {
  const nodes = label.map((_, node) => node).filter((node) => (firstChild[node + 1] as number) - (firstChild[node] as number) > FEW);
  const count = nodes.reduce((sum, node) => sum + (firstChild[node + 1] as number) - (firstChild[node] as number), 0);
  const branches = new Uint32Array(1 << Math.ceil(Math.log2(3 * count + 2)));
  for (const node of nodes) {
    for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++) {
      let at = branchHash(node, label[child] as number, branches);
      while (branches[at] !== 0) at = (at + 1) & (branches.length - 1);
      branches[at] = child;
    }
  }
  return branches;
}

function branchHash(node: number, unit: number, { length }: Uint32Array): number {
  return (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> (Math.clz32(length) + 1);
}

function units(text: string): number[] {
  return text.split('').map((unit) => unit.charCodeAt(0));
}

/** Order by code unit. */
function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
