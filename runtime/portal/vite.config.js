import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/** Builds the one script of the pages to `.build/client/client.js`; the stylesheet is written beside it. */
export default defineConfig({
  root: join(here, 'client'),
  plugins: [react()],
  publicDir: join(here, 'client', 'public'),
  build: {
    outDir: join(here, '..', '..', '.build', 'client'),
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1_000,
    rollupOptions: {
      input: join(here, 'client', 'main.tsx'),
      output: {
        entryFileNames: 'client.js',
        chunkFileNames: 'chunk-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
