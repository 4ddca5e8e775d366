/** Names inside addresses of the web and of mail are none. */
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** How far to either side of a name, in UTF-16 units, an address around it is looked at. */
const LONGEST_ADDRESS = 40;

/** The address around a spot, or null. */
export function addressAround(spot: Spot, { text }: Scene): string | null {
  if (!isInAddress(text, spot)) return null;
  const head = text.slice(Math.max(0, spot.start - LONGEST_ADDRESS), spot.start).match(/\S*$/)?.[0] ?? '';
  const tail = text.slice(spot.end, spot.end + LONGEST_ADDRESS).match(/^\S*/)?.[0] ?? '';
  const token = head + text.slice(spot.start, spot.end) + tail;
  return /:\/\/|www\.|[\w-]@[\w-]/.test(token) ||
    /^\.(?:com|cn|org|gov|net|co|io|ai|eu|kr|jp|tw|de|fr|uk|info)\b/i.test(tail) ||
    /[/\w]\.?(?:com|org|gov|net)\/\S*$/i.test(head) ||
    /(?:^|[^\w])@$/.test(head) ||
    (/[\w]\/[\w.-]*$/.test(head) && /\.\w{2,4}\//.test(head))
    ? token
    : null;
}

/** Whether anything in the word around a spot, or further on to the next space, makes an address of it. */
function isInAddress(text: string, { start, end }: Spot): boolean {
  for (let index = start - 1; index >= 0 && index >= start - LONGEST_ADDRESS && !isBlankUnit(text.charCodeAt(index)); index--)
    if (isOfAddress(text, index)) return true;
  for (let index = end; index < text.length && index < end + LONGEST_ADDRESS && !isBlankUnit(text.charCodeAt(index)); index++)
    if (isOfAddress(text, index)) return true;
  for (let index = start; index < end; index++) if (isOfAddress(text, index)) return true;
  return false;
}

/** A slash, an at sign, or a full stop that ends nothing. */
function isOfAddress(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 0x2f || unit === 0x40 || (unit === 0x2e && index + 1 < text.length && !isBlankUnit(text.charCodeAt(index + 1)));
}

function isBlankUnit(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a;
}
