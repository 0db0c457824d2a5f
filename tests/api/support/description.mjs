// server/app/openapi.json: its operations, and whether a body is what it says.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const file = new URL('../../../server/app/openapi.json', import.meta.url);
export const document = JSON.parse(readFileSync(file, 'utf8'));

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats(ajv);
ajv.addVocabulary(Object.keys(document));
ajv.addSchema(document, 'openapi.json');

const escaped = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1');
const at = (...parts) => `#/${parts.map(escaped).join('/')}`;

// What a "$ref" of the document stands for, and where it is written.
function follow(place, value) {
  if (value.$ref === undefined) return { place, value };
  const parts = value.$ref.slice(2).split('/');
  return { place: value.$ref, value: parts.reduce((inner, part) => inner[part], document) };
}

function operationOf(path, method, told) {
  const base = ['paths', path, method];
  const security = told.security.at(0);
  return {
    id: told.operationId,
    path,
    method: method.toUpperCase(),
    parameters: (told.parameters ?? []).map((one) => follow('', one).value),
    forAnybody: security === undefined,
    // Those who may ask; nothing where every role may.
    roles: security?.session.length ? security.session : null,
    inProgramme: path.includes('{programme}'),
    wants: told.requestBody && bodyAt(at(...base, 'requestBody'), told.requestBody),
    answers: Object.fromEntries(
      Object.entries(told.responses).map(([status, response]) => {
        const { place, value } = follow(at(...base, 'responses', status), response);
        return [status, bodyAt(place, value)];
      }),
    ),
  };
}

// `problems` says in what a body differs from its description; nothing if it fits.
function bodyAt(place, { content }) {
  // A file, whose bytes are anything.
  if (content['application/json'] === undefined) return { closed: false, media: Object.keys(content), problems: () => [] };
  const { schema } = content['application/json'];
  const resolved = follow('', schema).value;
  const check = ajv.compile({ $ref: `openapi.json${place}/content/application~1json/schema` });
  return {
    closed: resolved.additionalProperties === false,
    problems: (body) => (check(body) ? [] : check.errors.map((one) => `${one.instancePath || 'body'} ${one.message}`)),
  };
}

export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, told]) => operationOf(path, method, told)),
);

export const operationNamed = (id) => operations.find((one) => one.id === id);
export const roles = document.components.schemas.Role.enum;
