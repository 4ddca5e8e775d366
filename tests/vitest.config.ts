import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but Node; `e2e` needs both browsers and what `npm run build` wrote. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', root: '.', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'] } },
      {
        test: {
          name: 'e2e',
          root: '.',
          include: ['tests/e2e/**/*.test.ts'],
          // Files follow each other in one process, so that they can share their browsers.
          isolate: false,
          maxWorkers: 1,
          // A busy machine may stop a browser for as long as it likes, once: what is wrong fails again, and a second try is told of.
          retry: 1,
          // Far longer than a busy machine takes, a browser that has to be started twice included.
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
