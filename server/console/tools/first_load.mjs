// What a browser fetches before the console's first page can be used: the page, its scripts and its styles, gzipped. Fonts
// come after, because text stands without them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const mostBytes = 400 * 1024;

const referenced = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;

// `dist` is the folder that a build wrote.
export function firstLoadBytes(dist) {
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const files = [...page.matchAll(referenced)].map((found) => readFileSync(path.join(dist, found[1])));
  if (files.length === 0) throw new Error(`${dist}/index.html names no script`);
  return [page, ...files].reduce((sum, contents) => sum + gzipSync(contents).length, 0);
}
