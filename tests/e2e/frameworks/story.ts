/** What the pages of both frameworks tell. */
export const story = {
  title: 'Licences for the H200 are on their way',
  day: '2026-02-06',
  paragraphs: [
    'Jensen Huang said on Friday that Nvidia expects the first licences for the H200 within weeks, after a long review.',
    'The Commerce Department confirmed that it had finished its part. Huang thanked the officials for their work on the matter.',
    'Demand in China is strong, people who know the talks said, but buyers wait for a word from their own government first.',
  ],
  /** In the place of the first paragraph. */
  edited: 'Correction: Jensen Huang of Nvidia spoke on Thursday, and he named no week in which the review of the H200 would end.',
  /** Before the first paragraph. */
  added: 'Elizabeth Warren asked on Friday for a hearing about what the review had looked at and who had been asked for advice.',
};
