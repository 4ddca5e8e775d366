/** A text with `$1`, `$2` … filled in; those for which nothing is handed in stay. */
export function fill(template: string, ...values: (string | number)[]): string {
  return template.replace(/\$(\d)/g, (place, index: string) => String(values[Number(index) - 1] ?? place));
}
