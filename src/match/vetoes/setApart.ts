/** Bodies that a text itself sets apart from the ones that all know: those of a novel, "a different Department of Finance". */
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** Opens a sentence that tells of a work: "In this brisk thriller", „In diesem Roman“. */
const ofWork =
  /^["“„«»]?(?:In (?:this|his|her) (?:[\p{Ll}-]+ ){0,3}(?:thriller|novel|film|movie|sitcom|play|satire|drama|series|game)|In (?:diesem|seinem|ihrem) (?:\p{Ll}+ )?(?:Thriller|Roman|Film|Krimi|Stück)|Dans (?:ce|son) (?:roman|film|polar|récit)|En est[ae] (?:novela|película|serie|comedia))(?!\p{L})/u;

/** Words of the work that a body's sentence is about; else null. */
export function inFiction(spot: Spot, { text, document }: Scene): string | null {
  const { start } = document.sentenceAt(spot.start);
  return ofWork.exec(text.slice(start, spot.start))?.[0] ?? null;
}

/** "a different", „ein anderes“: a body of the name that is not the one spoken of; else null. */
export function differentOne(spot: Spot, { text }: Scene): string | null {
  const before = /(?<!\p{L})(?:a different|an unrelated|ein(?:e|es)? andere[rs]?|une? autre|otr[oa]) $/iu.exec(
    text.slice(Math.max(0, spot.start - 16), spot.start),
  );
  // "a different Treasury official" is of the one Treasury.
  return before === null ||
    /^ (?:official|source|spokes|aide|lawyer|employee|report|program|team|unit|office)/u.test(text.slice(spot.end, spot.end + 12))
    ? null
    : before[0] + text.slice(spot.start, spot.end);
}
