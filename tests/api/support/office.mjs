// A server with two programmes and somebody in each role, and the assertions that every answer must stand.
import assert from 'node:assert/strict';
import { openHouse } from '../../browser/support/programs.mjs';
import { Visitor } from './caller.mjs';
import { roles } from './description.mjs';

export const programme = 'quillan';
export const elsewhere = 'heron';
export const nobodysId = '00000000-0000-4000-8000-000000000000';

// `people` holds one signed-in visitor of each role, `outsider` a coordinator of the other programme.
export async function openOffice() {
  const house = await openHouse();
  const { server } = house;
  await server.administer('programme', 'add', programme, '--demo');
  await server.administer('programme', 'add', elsewhere);
  const passwords = {};
  for (const role of roles) passwords[role] = await server.addUser(role, programme, role);
  const outsidersPassword = await server.addUser('outsider', elsewhere, 'coordinator');
  await server.start();
  const people = {};
  for (const role of roles) {
    people[role] = new Visitor(server);
    await people[role].signIn(role, passwords[role]);
  }
  const outsider = new Visitor(server);
  await outsider.signIn('outsider', outsidersPassword);
  return { house, server, people, passwords, outsider, stranger: new Visitor(server), close: () => house.close() };
}

// "/api/programmes/{programme}/records/{id}" and {id: …} as an address. The programme is ours unless named.
export function addressOf(operation, values = {}, query = '') {
  const all = { programme, id: nobodysId, file: 'manifest.json', ...values };
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(all[name])) + query;
}

// Holds the answer against the description: a status that is listed there, a body of its shape, JSON, never cached.
export function assertDescribed(operation, answer, where = '') {
  const place = `${operation.method} ${operation.path} ${where} answered ${answer.status}`;
  const described = operation.answers[answer.status];
  assert.ok(described, `${place}, which the description does not list: ${JSON.stringify(answer.body)}`);
  assert.deepEqual(described.problems(answer.body), [], `${place}: ${JSON.stringify(answer.body).slice(0, 2000)}`);
  assert.ok((described.media ?? ['application/json']).includes(answer.headers['content-type']), place);
  assert.equal(answer.headers['cache-control'], 'no-store', place);
}

export function assertRefused(operation, answer, status, code, where) {
  assert.deepEqual([answer.status, answer.body.error?.code], [status, code], `${operation.method} ${operation.path} ${where}`);
  assertDescribed(operation, answer, where);
}
