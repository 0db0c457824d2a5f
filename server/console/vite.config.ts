import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// `npm run dev -- --port N` talks to a server that was started apart: RAPPORT_SERVER=http://127.0.0.1:8080
const server = process.env['RAPPORT_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  server: { proxy: { '/api': server, '/live': { target: server.replace('http', 'ws'), ws: true } } },
  build: {
    target: 'es2023',
    // The page's policy knows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: true,
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
