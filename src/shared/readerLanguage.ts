/** In which of our languages the reader is answered. */
import { canonicalLanguage } from './language.ts';
import { type CardLanguage, cardLanguages } from './model.ts';

/** The language of cards and pages: the one chosen, else the first of the browser's that we speak. */
export function readerLanguage(chosen: CardLanguage | null, preferred: readonly string[] = navigator.languages): CardLanguage {
  if (chosen !== null) return chosen;
  for (const tag of preferred) {
    const language = canonicalLanguage(tag);
    const spoken = cardLanguages.find(
      (own) => own === language || own === language.split('-')[0] || (own === 'zh-Hans' && language === 'zh'),
    );
    if (spoken) return spoken;
  }
  return 'en';
}
