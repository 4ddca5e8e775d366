/**
 * Words of English that are names as well, and names that so many people bear
 * that the name alone says little about who is meant.
 */

/** Surnames that are words: at the head of a sentence they must do what people do. */
export const wordSurnames = setOf(
  'Banks Bush Case Cotton Fields Foster Green Hill King Long Mast Mills Price Reed Rice Rounds Sacks Steel Stone Strong White Wicker Wolf Wood Young',
);

/** Surnames that are words of a page's language, as their sentences begin with them: by themselves they are no names. */
const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf('He So An In Do You May Will Can No Or Oh Her She Me My On To At As If Is Are Be By Go Us Who How Not Now The Then'),
  de: setOf('An In So Da Die Den Der Des Es Am Im Um Zu Man Wo Ja Du'),
  fr: setOf('Ma Sa Son Tu Un Le La On An Ou Ni Ne De Du Si'),
  es: setOf('He No Si Tu Son Un Le La Sin De Se Lo Ha'),
};

/** First names that are words. */
export const wordFirstNames = setOf(
  'Will Mark Bill Grant Young Rich May June April Art Drew Rob Chip Pat Sue Chase Jack Josh Rand Dusty Hope Faith Grace Joy Christian Victor',
);

/** First names of men that are frequent in English: with a common surname they make a name that thousands bear. */
const maleFirstNames = setOf(
  `Aaron Adam Alan Andrew Andy Austin Barry Ben Bill Bob Brad Brendan Brian Bruce Bryan Carlos Charles Charlie Chris Christopher Chuck Craig
  Dan Daniel Dave David Dean Dennis Don Donald Doug Ed Eric Frank Gabe Gary George Glenn Greg Gregory Harry Henry Howard Jack James Jamie
  Jason Jay Jeff Jerry Jim Jimmy Joe John Johnny Jonathan Jordan Josh Juan Keith Ken Kevin Larry Luke Marcus Mark Martin Matt Matthew Max
  Michael Mike Neil Nick Pat Patrick Paul Pete Peter Phil Ralph Randy Ray Richard Rick Rob Robert Ron Roger Ronald Russ Russell Ryan Sam Scott
  Sean Seth Simon Stephen Steve Steven Stuart Ted Tim Todd Tom Tony Victor Vincent Will William Emmanuel Friedrich Barack Keir Vladimir`,
);

const femaleFirstNames = setOf(
  `Alice Amanda Amy Andrea Angela Ann Anna Anne Ashley Barbara Becca Beth Betty Carol Catherine Cheryl Christine Cindy Claire Claudia Cynthia
  Dana Deborah Debra Diana Diane Donna Dorothy Elizabeth Emily Emma Erin Grace Hannah Heather Helen Jane Janet Jen Jennifer Jessica Joan Joyce
  Judy Julia Julie Karen Kate Katherine Kathy Katie Kelly Kim Kristen Laura Lauren Linda Lisa Liz Lori Lucy Maggie Margaret Maria Marie Mary
  Megan Melissa Michelle Nancy Nicole Pam Patricia Patty Rachel Rebecca Ruth Sally Sandra Sara Sarah Sharon Sheila Shelley Stephanie Susan
  Susie Teresa Tina Tracy Val Valerie Vicky Victoria Wendy Young Zoe`,
);

const commonSurnames = setOf(
  `Adams Allen Anderson Bailey Baker Barnes Barr Barrett Bell Bennett Brooks Brown Bryant Burns Butler Campbell Carey Carr Carson Carter
  Castro Chang Clark Clarke Clay Cohen Cole Coleman Collins Cook Cooper Cox Craig Crane Crawford Cruz Cunningham Davids Davidson Davies
  Davis Day Dean Diaz Dunn Edwards Ellis Evans Ferguson Fields Fischer Fisher Fleming Flood Foster Frost Fry Garcia George Gibson Gomez
  Gonzales Gonzalez Gordon Graham Graves Gray Green Greene Grimes Guest Hall Hamilton Harris Harrison Hayes Henderson Hernandez Hicks
  Higgins Hill Hoffman Howard Hudson Hughes Hunt Hurd Jackson Jacobs James Jenkins Johnson Jones Jordan Joyce Kelly Kennedy Kent Khan Kim King
  Kirby Larsen Larson Lawrence Lee Lewis Long Lopez Lucas Lynch Lyons Mann Marshall Martin Martinez Mason Matthews May McBride McCarthy
  McCormick McDonald McDowell McGovern McGuire Menendez Meyer Miller Mills Mitchell Moody Moore Moran Morgan Morris Morrison Moss Murphy Murray
  Nelson Newman Nguyen Norman Olson Owens Palmer Parker Patterson Paul Payne Perez Perry Peters Peterson Phelps Phillips Pierce Porter
  Powell Price Reed Reid Reyes Rice Richardson Rivera Roberts Robinson Rodgers Rodriguez Rogers Rose Ross Ruiz Russell Ryan Sanchez
  Sanders Schmidt Schmitt Scott Self Shaw Sherman Simmons Simpson Smith Snyder Stanton Steele Stephens Stevens Stewart Stone Strong Sullivan
  Taylor Thomas Thompson Torres Tucker Turner Wagner Walker Wallace Walsh Ward Warner Washington Watson Weber Webster Welch West White
  Whitaker Williams Williamson Wilson Wolf Wood Woods Wright Young`,
);

/** Whether a surname is a word such as "He" or "So" in a page's language. */
export function isFunctionWord(surname: string, language: string | null): boolean {
  return functionWords[(language ?? 'en').split('-')[0] as string]?.has(surname) ?? false;
}

/** Whether thousands bear a full name of two words: "Mike Johnson", "Bill Foster". */
export function isCommonName(name: string): boolean {
  const words = name.split(' ');
  const first = words[0] as string;
  return words.length === 2 && (maleFirstNames.has(first) || femaleFirstNames.has(first)) && commonSurnames.has(words[1] as string);
}

/** Whether so many people bear a surname that it alone does not tell whose it is. */
export function isCommonSurname(surname: string): boolean {
  return commonSurnames.has(surname);
}

export function isMaleFirstName(name: string): boolean {
  return maleFirstNames.has(name) && !femaleFirstNames.has(name);
}

/** Whether a first name is so frequent that, alone, it is soon somebody else's. */
export function isCommonFirstName(name: string): boolean {
  return maleFirstNames.has(name) || femaleFirstNames.has(name);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
