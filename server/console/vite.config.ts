import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { firstLoadBytes, mostBytes } from './tools/first_load.mjs';

// `npm run dev -- --port N` talks to a server that was started apart: RAPPORT_SERVER=http://127.0.0.1:8080
const server = process.env['RAPPORT_SERVER'] ?? 'http://127.0.0.1:8080';

const kib = (bytes: number) => Math.round(bytes / 1024);

// Says what a visitor waits for, and fails where it is too much.
const weighFirstLoad: Plugin = {
  name: 'weigh-first-load',
  apply: 'build',
  closeBundle() {
    const bytes = firstLoadBytes(`${import.meta.dirname}/dist`);
    console.log(`First load: ${kib(bytes)} of at most ${kib(mostBytes)} KiB gzipped, without fonts`);
    if (bytes > mostBytes) this.error('The first load is too heavy: fetch what is rarely used when it is used.');
  },
};

export default defineConfig({
  plugins: [react(), weighFirstLoad],
  resolve: { tsconfigPaths: true },
  server: { proxy: { '/api': server, '/live': { target: server.replace('http', 'ws'), ws: true } } },
  build: {
    target: 'es2023',
    // The page's policy knows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: true,
    // One script: pages are small beside what they share. weighFirstLoad minds the whole.
    chunkSizeWarningLimit: 1024,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/console-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
