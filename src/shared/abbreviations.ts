/** Short forms whose full stop ends no sentence. */
export const abbreviations =
  /(?:^|[\s("'“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Adm|Prof|Hon|Jr|Sr|Inc|Co|Corp|Ltd|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|e\.g|i\.e|etc|bzw|Nr|Mio|Mrd|EE|UU|D\.C)$/;
