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
          // Browsers side by side on a small machine slow each other down past every patience.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
