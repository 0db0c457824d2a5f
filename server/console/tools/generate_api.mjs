// Writes src/generated/api.ts, the types of server/app/openapi.json.
import { mkdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const document = new URL('../../app/openapi.json', import.meta.url);
const target = new URL('../src/generated/api.ts', import.meta.url);

// A value holds values. TypeScript takes such a type under a name of its own only, so this one shape is written by hand.
const value = ts.factory.createTypeReferenceNode('Value');
const isValue = (path) => path?.endsWith('/components/schemas/Value') === true;

const nodes = await openapiTS(document, {
  transform: (_schema, { path }) => (isValue(path) ? value : undefined),
  inject: "import type { Value } from '@/api/value';",
});
await mkdir(new URL('.', target), { recursive: true });
await writeFile(target, astToString(nodes));
