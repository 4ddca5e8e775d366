/** What readers ask of their whole system holds on the page, too. */
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { clickOn, eventually, openCard, painted, placedCard, useBrowser } from './reader.ts';

describe.each(browserNames)('a reader in %s', (name) => {
  describe('without further wishes', () => {
    const { visit } = useBrowser(name);

    test('sees that a card is on its way', async () => {
      const tab = await visit('wire-story.html');
      await tab.report();
      await tab.answerCards('never');
      await clickOn(tab.page, 'Howard Lutnick');
      const card = await eventually(tab.card, (one) => one?.isBusy === true);
      expect(card?.animations).toBeGreaterThan(0);
    });
  });

  describe('who wants less motion', () => {
    const { visit } = useBrowser(name, { prefers: ['reduced-motion'] });

    test('sees nothing move', async () => {
      const tab = await visit('wire-story.html');
      await tab.report();
      await tab.answerCards('never');
      await clickOn(tab.page, 'Howard Lutnick');
      const card = await eventually(tab.card, (one) => one?.isBusy === true);
      expect(card?.animations).toBe(0);
    });
  });

  describe('whose system has few colours', () => {
    const { visit } = useBrowser(name, { prefers: ['forced-colours'] });

    test('sees by edges what is told by fills elsewhere, and the marks as ever', async () => {
      const tab = await visit('h200-licences.html');
      await tab.report();
      expect(await tab.page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(Object.keys(await painted(tab.page)).length).toBeGreaterThan(3);
      await tab.show(0, true);
      await openCard(tab);
      expect(await tab.style('.card .kind', 'border-top-style', '::before')).toBe('solid');
      const known = await tab.style('.timeline circle:not(.is-since)', 'fill');
      expect(await tab.style('.timeline circle.is-since', 'fill')).not.toBe(known);
      expect(await tab.style('.ring i', 'border-top-style')).toBe('solid');
    });
  });

  describe('who reads with fingers', () => {
    const { visit } = useBrowser(name, { prefers: ['touch'] });

    test('has the card as a sheet in a wide window, with buttons that a finger can hit', async () => {
      const tab = await visit('h200-licences.html');
      await tab.report();
      await clickOn(tab.page, 'Jensen Huang');
      const { box, buttons } = await placedCard(tab);
      const window = await tab.page.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));
      expect(box).toMatchObject({ left: 0, right: window.width, bottom: window.height });
      expect(Number.parseFloat((await tab.style('.card .icon.is-close', 'height')) ?? '')).toBeGreaterThanOrEqual(44);
      expect(buttons).toContain('More actions');
    });
  });
});
