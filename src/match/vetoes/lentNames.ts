/** Families, streets, clubs, ships and roads that bear a chip's, a firm's or a body's name. */

import type { Alias } from '../lexicon/lexicon.ts';
import { ageAfter } from '../people/ages.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** What people and places are, behind a name that theirs is. */
const bearerAfter =
  /^ (?:family|families|brothers|sisters|twins|siblings|couple|clan|Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Drive|Square|Bridge|Inn|Bakery|Farms?|Vineyards?|Winery|Pharmacy|Elementary|Middle School|High School|Primary School|Creek|Lake|Hills?|Trail|Observatory|Choir|String Quartet|Orchestra)(?!\p{L})/u;

/** "Royal Navy Sailing Club": sport and song under a body's name. */
const clubAfter =
  /^ (?:(?:Sailing|Rowing|Yacht|Football|Rugby|Cricket|Golf|Hockey|Swimming|Running|Boxing|Chess|Bowling|Social|Flying|Ski|Tennis) (?:Club|Association|Team)|Choir|Women|Bowling Green|Rugby|FC|RFC|CC)(?!\p{L})/u;

/** "White House Tuck Shop": a business under a body's name. */
const shopAfter =
  /^(?: \p{Lu}\p{L}+){0,2} (?:Shop|Stores?|Café|Cafe|Inn|Hotel|Tavern|Pub|Bakery|Grill|Diner|Bistro|Cottage|Garage|Laundry|Barbers|Launderette|Trader)(?!\p{L})/u;

/** What places and the people of them are, behind a chip's name without capitals: "Blackwell fair". */
const placeAfter =
  /^ (?:fair|parish|village|villagers|church|residents|bypass|high street|primary school|town hall|town centre|cricket|museum|retrospective|exhibition|paintings?)(?!\p{L})/u;

/** Who the bearers of the names were, of which chips are called: "Grace Hopper, rear admiral". */
const lifeAfter =
  /^(?:, (?:the |an? )?(?:\p{Ll}+ ){0,2}(?:admiral|inventor|mathematician|astronomer|physicist|scientist|pioneer|painter|architect|programmer)(?!\p{L})| ?\(1[5-9]\d\d[–-])/u;

/** Who and what is called by a name in front of it. */
const bearerBefore =
  /(?:^|[^\p{L}])(?:(?:grand|god|step)?(?:father|mother|son|daughter)|uncle|aunt|cousin|nephew|niece|grandpa|grandma|[Ff]amil(?:y|ie|le|ia)|[Gg]eschwister|Eheleute|[Ff]r(?:ère|eres|ères)|hermanos|(?:the|a|her|his|our|my) (?:\p{Ll}+ )?(?:ship|boat|horse|dog|cat|pony|cow|tractor|locomotive)|rue|avenue|boulevard|calle|avenida)\s(?:named |called |nommée? |namens |llamad[oa] )?$/u;

/** In a text with so many different words of the trade, a family is one of chips. */
const CHIP_WORDS = 2;

/** Roads, lines and flights in front of a letter and a number. */
const roadBefore =
  /(?:Bundesstraße|Bundesstrasse|Landesstraße|Staatsstraße|Autobahn|Buslinie|Linie|Flug|Lok|Baureihe|[Hh]ighway|[Mm]otorway|[Rr]oute|[Aa]utoroute|[Nn]ationale|[Dd]épartementale|[Rr]ocade|[Cc]arretera|[Aa]utovía|[Aa]utopista|[Vv]uelo|[Ff]light|[Bb]us|[Tt]ram|[Tt]rain|[Ll]ocomotive|[Rr]unway|Platform) (?:the |la |die )?$/;

/** "la place du Commerce", "cours Commerce", "calle del Tesoro": where a town remembers a body. */
const streetBefore =
  /(?<!\p{L})(?:rue|avenue|boulevard|cours|place|quai|pont|café|calle|plaza|avenida|paseo) (?:du |de la |de l['’]|del? )?$/iu;

/** "boulevard de la ", in UTF-16 units. */
const LONGEST_STREET = 17;

/** What bears a name that is a chip's, a firm's or a body's first; else null. */
export function nameBearer(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text } = scene;
  const category = scene.category(alias);
  if (category === 'official' || category === 'executive' || category === 'policy') return null;
  const surface = text.slice(spot.start, spot.end);
  const before = text.slice(Math.max(0, spot.start - 40), spot.start);
  const after = text.slice(spot.end, spot.end + 32);
  const club = category === 'agency' ? (clubAfter.exec(after) ?? shopAfter.exec(after)) : null;
  if (club !== null) return surface + club[0];
  const street = category === 'agency' && alias.strength === 'weak' ? streetBefore.exec(before.slice(-LONGEST_STREET)) : null;
  if (street !== null) return street[0] + surface;
  if (category === 'agency' || category === 'organisation') return null;
  if (/\d/.test(surface)) {
    const road = roadBefore.exec(before);
    return road && road[0] + surface;
  }
  // "Blackwell, 61," and "Rubin Meyer (27)": an age behind the name, or behind the surname that follows it.
  const surname = /^ \p{Lu}\p{Ll}+/u.exec(after)?.[0] ?? '';
  const years = ageAfter(text, spot.end) ?? ageAfter(text, spot.end + surname.length);
  const tail =
    years ?? (category === 'chip' ? (bearerAfter.exec(after) ?? placeAfter.exec(after) ?? lifeAfter.exec(after))?.[0] : null) ?? null;
  const head = tail === null && category === 'chip' ? bearerBefore.exec(before) : null;
  const bearer = tail === null ? head && head[0].trimStart() + surface : surface + tail;
  // Chips come in families, too.
  return bearer !== null && /famil/i.test(bearer) && scene.tally(alias.fields).distinct.size >= CHIP_WORDS ? null : bearer;
}
