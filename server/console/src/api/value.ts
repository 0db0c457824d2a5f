// A field's value: `Value` of server/app/openapi.json, which the generator cannot say (tools/generate.mjs).
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
