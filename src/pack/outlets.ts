/** The outlets registry as the manifest needs it. */
import type { Outlet } from './schema.ts';

/** Match patterns of the hosts on which the extension runs by itself. */
export function outletMatches(outlets: readonly Outlet[]): string[] {
  const hosts = outlets.filter((outlet) => outlet.marked !== false).flatMap((outlet) => outlet.hosts);
  const patterns = hosts.map((host) => {
    const [name, ...path] = host.split('/');
    return `*://*.${name}/${path.length > 0 ? `${path.join('/')}/` : ''}*`;
  });
  return [...new Set(patterns)].sort();
}
