import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '.build/**'],
    testTimeout: process.env.SOAK ? 3_600_000 : 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
