/** Which reports are documents of a state or of a body between states. */
import { hostOf } from './address.ts';

/** Ends of hosts that only public bodies may register, by the rules of their registries. */
const publicSuffix =
  /(?:^|\.)(?:gov|mil|int|gov\.[a-z]{2}|go\.(?:jp|kr|th|id|ke|tz|ug)|gob\.[a-z]{2}|gouv\.[a-z]{2}|gc\.ca|govt\.nz|mil\.[a-z]{2}|europa\.eu|admin\.ch|bund\.de|gv\.at)$/;

/** States whose offices publish below ends that are not their letters in ISO 3166. */
const states: Record<string, string> = { gov: 'US', mil: 'US', uk: 'GB' };

/** Hosts of public bodies below other ends: the Federal Register's mirror, parliaments, courts, central banks, bodies between states. */
const publicHosts =
  /(?:^|\.)(?:federalreserve\.gov|un\.org|wto\.org|imf\.org|worldbank\.org|who\.int|oecd\.org|bankofengland\.co\.uk|boj\.or\.jp|bok\.or\.kr|bundesbank\.de|banque-france\.fr|parliament\.uk|bundestag\.de|assemblee-nationale\.fr|congreso\.es|bundesregierung\.de|auswaertiges-amt\.de|elysee\.fr|consilium\.europa\.eu|icj-cij\.org|icc-cpi\.int|iaea\.org|kremlin\.ru|tsa\.gov|pbc\.gov\.cn|npc\.gov\.cn)$/;

const officialOutlet =
  /^(?:federal register|congressional record|white house|the white house|bis|u\.s\. (?:department|trade representative)|department of|ministry of|european commission|官报|官報)|\b(?:federal register)\b|(?:部|省|庁|厅|廳)(?:\s*\([A-Z]+\))?$|(?:기획재정부|산업통상부|외교부)$/i;

/** Whether a report is an official document, told by its host or the name of the body that published it. */
export function isOfficial({ url, outlet }: { url: string; outlet: string }): boolean {
  const host = hostOf(url);
  return publicSuffix.test(host) || publicHosts.test(host) || officialOutlet.test(outlet.trim());
}

/** The state below whose own end of hosts an address lies, as ISO 3166; null for bodies between states and for all others. */
export function stateOf(address: string): string | null {
  const end = publicSuffix.exec(hostOf(address))?.[0].replace(/^\./, '');
  if (end === undefined || end === 'int' || end === 'europa.eu') return null;
  const last = end.slice(end.lastIndexOf('.') + 1);
  return states[last] ?? last.toUpperCase();
}
