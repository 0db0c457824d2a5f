// Writes src/generated: the types of server/app/openapi.json, and the design's tokens as CSS.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { cssOf } from './tokens.mjs';

const here = (path) => new URL(path, import.meta.url);

// A value holds values. TypeScript takes such a type under a name of its own only, so this one shape is written by hand.
const value = ts.factory.createTypeReferenceNode('Value');
const isValue = (path) => path?.endsWith('/components/schemas/Value') === true;

const nodes = await openapiTS(here('../../app/openapi.json'), {
  transform: (_schema, { path }) => (isValue(path) ? value : undefined),
  inject: "import type { Value } from '@/api/value';",
});
const design = JSON.parse(await readFile(here('../../../assets/design/tokens.json'), 'utf8'));

await mkdir(here('../src/generated/'), { recursive: true });
await writeFile(here('../src/generated/api.ts'), astToString(nodes));
await writeFile(here('../src/generated/tokens.css'), cssOf(design));
