/** The outlets registry as the manifest needs it. */
import type { Outlet } from './schema.ts';

/** Match patterns of the hosts on which the extension runs by itself. Every process of the browser pays for each, so none stands for what another covers. */
export function outletMatches(outlets: readonly Outlet[]): string[] {
  const hosts = new Set(outlets.filter((outlet) => outlet.marked !== false).flatMap((outlet) => outlet.hosts));
  const patterns = [...hosts].flatMap((host) => {
    const [name = '', ...path] = host.split('/');
    const labels = name.split('.');
    const wider = labels.map((_, index) => labels.slice(index).join('.')).filter((one) => one !== host);
    if (wider.some((one) => hosts.has(one))) return [];
    return `*://*.${name}/${path.length > 0 ? `${path.join('/')}/` : ''}*`;
  });
  return patterns.sort();
}
