import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Builds the scripts of the pages to `.build/client`: `client.js` for all of them, `questions.js` and `player.js` for
 * those that need more, and what these share. They find each other by relative addresses, so nothing is inline. The
 * stylesheet is written beside them.
 */
export default defineConfig({
  root: join(here, 'client'),
  plugins: [react()],
  publicDir: join(here, 'client', 'public'),
  build: {
    outDir: join(here, '..', '..', '.build', 'client'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    sourcemap: false,
    chunkSizeWarningLimit: 1_000,
    rollupOptions: {
      input: {
        client: join(here, 'client', 'main.ts'),
        questions: join(here, 'client', 'questions.ts'),
        player: join(here, '..', 'studio', 'client', 'player.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'of-[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
