/** The pages of an address's host as a match pattern; ports are not part of patterns. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
