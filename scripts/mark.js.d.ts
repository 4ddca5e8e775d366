/** The part of mark.js that the benchmark uses. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(terms: readonly string[], options: { separateWordSearch: boolean }): void;
  }
}
