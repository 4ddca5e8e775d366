/** Leads out of the card. Drawn, since few fonts have the sign, and to look for one that has takes longer than the card. */
export function Arrow() {
  return (
    <svg class="arrow" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M2 8 8 2 M3 2h5v5" fill="none" stroke="currentColor" stroke-width="1.3" />
    </svg>
  );
}
