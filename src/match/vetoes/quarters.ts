/** Quarters, stations, parks and streets that bear the name of a seat of government: "parc de Bercy", "barrio de Moncloa", "Pentagon station". */
import type { Alias } from '../lexicon/lexicon.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** What parts of a town are, in front of the name that they share with a seat in them. */
const before =
  /(?<!\p{L})(?:quartier (?:de |d['’]|du |des )?|(?:parc|gare|station|arrêt|aréna|arena|avenue|rue|boulevard|pont|faubourg|barrio|distrito|intercambiador|estación|parada|calle|parque|colonia) (?:de |d['’])?|(?:U-Bahnhof|U-Bahn-Station|Bahnhof|Haltestelle|Viertel|Stadtteil|Ortsteil) |(?:district|neighbou?rhood|quarter|suburb) of )$/iu;
const LONGEST_BEFORE = 24;

/** What they are behind it. */
const after =
  /^ (?:(?:Metro|metro|subway|railway|train|bus|tram|underground|tube) (?:[Ss]tation|stop)|[Ss]tation|[Nn]eighbou?rhood|suburb|Arena|Village|Hill)(?!\p{L})/u;

/** A name by which a seat goes is one word; what has more than these says itself that it is a body. */
const ofSeat = /^(?:L[ae] )?(?:\p{Lu}\p{Ll}+|Maison[- ]Blanche|Casa Blanca)$/u;

/** The words that make a part of a town of a seat's name; else null. */
export function quarterOf(spot: Spot, { strength }: Alias, { text }: Scene): string | null {
  const surface = text.slice(spot.start, spot.end);
  if (strength === 'generic' || !ofSeat.test(surface)) return null;
  const head = before.exec(text.slice(Math.max(0, spot.start - LONGEST_BEFORE), spot.start));
  if (head !== null) return head[0] + surface;
  const tail = after.exec(text.slice(spot.end, spot.end + 24));
  return tail && surface + tail[0];
}
