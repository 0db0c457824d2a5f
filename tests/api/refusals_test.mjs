// What the server says to questions that are wrong, of every operation that server/app/openapi.json names: a status that
// is listed there, with the one shape of error.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, operations, roles } from './support/description.mjs';
import { addressOf, assertDescribed, assertRefused, elsewhere, openOffice, programme } from './support/office.mjs';

const kBodyBytes = 1024 * 1024;
const behindSignIn = operations.filter(({ forAnybody }) => !forAnybody);
const inProgramme = operations.filter((one) => one.inProgramme);
const posts = operations.filter(({ method }) => method === 'POST');
const taking = (name) => operations.filter(({ parameters }) => parameters.some((one) => one.name === name));
// Signing out works whatever else is wrong, and would end the session that the other questions need.
const harmless = (list) => list.filter(({ id }) => id !== 'signOut');

describe('refusals', () => {
  let office;

  before(async () => {
    office = await openOffice();
  });

  after(() => office?.close());

  // Who may ask this, as far as the description says.
  const allowed = (operation) => {
    if (operation.forAnybody) return office.stranger;
    const coordinators = operation.roles === null || operation.roles.includes('coordinator');
    return office.people[coordinators ? 'coordinator' : operation.roles[0]];
  };

  const send = (operation, by, more = {}) =>
    by.send({
      method: operation.method,
      path: addressOf(operation, more.values, more.query),
      ...(operation.method === 'POST' && more.lengthBytes === undefined ? { body: '{}' } : {}),
      ...more,
    });

  it('answer a stranger to nothing behind the sign-in', async () => {
    for (const operation of behindSignIn) {
      assertRefused(operation, await send(operation, office.stranger), 401, 'unauthenticated', 'without a session');
      const headers = { Cookie: 'rapport=made-up' };
      assertRefused(operation, await send(operation, office.stranger, { headers }), 401, 'unauthenticated', 'made up');
    }
  });

  it('keep out every role that the description does not name', async () => {
    const kept = operations.filter((one) => one.roles !== null);
    assert.ok(kept.length > 0);
    for (const operation of kept) {
      for (const role of roles.filter((one) => !operation.roles.includes(one))) {
        assertRefused(operation, await send(operation, office.people[role]), 403, 'refused', `as ${role}`);
      }
    }
  });

  it('know no programme but the person’s own', async () => {
    for (const operation of inProgramme) {
      assertRefused(operation, await send(operation, office.outsider), 404, 'not_found', 'from elsewhere');
      for (const other of [elsewhere, 'nowhere', '..', "' OR 1=1"]) {
        const answer = await send(operation, office.people.admin, { values: { programme: other } });
        assertRefused(operation, answer, 404, 'not_found', `in ${other}`);
      }
    }
  });

  it('believe no page of another origin, and no post without its token', async () => {
    for (const operation of operations) {
      const headers = { Origin: 'http://evil.example' };
      assertRefused(operation, await send(operation, allowed(operation), { headers }), 403, 'wrong_origin', 'from afar');
    }
    for (const operation of posts.filter(({ forAnybody }) => !forAnybody)) {
      for (const token of ['', 'made-up', office.people.admin.csrf]) {
        const headers = { 'X-Rapport-CSRF': token };
        assertRefused(operation, await send(operation, allowed(operation), { headers }), 403, 'refused', 'without a token');
      }
    }
  });

  it('take one JSON object and nothing else', async () => {
    const bodies = ['{', '[]', '"text"', '{"a": 1, "a": 2}', '{"n": 9007199254740993}', '{"a": "\\ud800"}', `${'[{"a":'.repeat(20)}`];
    for (const operation of posts) {
      for (const body of bodies) {
        assertRefused(operation, await send(operation, allowed(operation), { body }), 400, 'malformed', body);
      }
      for (const type of ['text/plain', 'application/jsonx', 'multipart/form-data']) {
        const headers = { 'Content-Type': type };
        assertRefused(operation, await send(operation, allowed(operation), { headers }), 400, 'malformed', type);
      }
    }
  });

  it('know no key that is not described', async () => {
    const closed = posts.filter(({ wants }) => wants.closed);
    assert.ok(closed.length > 5);
    for (const operation of closed) {
      assert.notDeepEqual(operation.wants.problems({ colour: 'green' }), []);
      const answer = await send(operation, allowed(operation), { body: { colour: 'green' } });
      assertRefused(operation, answer, 422, 'invalid', 'with another key');
    }
  });

  it('read a body of one MiB, and none of a byte more', async () => {
    for (const operation of harmless(posts)) {
      const body = `{${' '.repeat(kBodyBytes - 2)}}`;
      const full = await send(operation, allowed(operation), { body });
      assert.notEqual(full.status, 413, operation.path);
      assertDescribed(operation, full, 'with the longest body');
      const answer = await send(operation, allowed(operation), { lengthBytes: kBodyBytes + 1 });
      assertRefused(operation, answer, 413, 'too_large', 'with a byte more');
    }
  });

  it('take no other method', async () => {
    for (const { path } of operations) {
      const here = operations.filter((one) => one.path === path);
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
        if (here.some((one) => one.method === method)) continue;
        const answer = await allowed(here[0]).send({ method, path: addressOf(here[0]) });
        assert.equal(answer.status, 405, `${method} ${path}`);
        if (method !== 'HEAD') assertRefused(here[0], answer, 405, 'wrong_method', method);
      }
    }
  });

  it('find nothing under an id that nobody has', async () => {
    const seen = '0000000000000001:1';
    const wholeBodies = { edit: { seen }, review: { seen, outcome: 'looks_right' } };
    for (const operation of taking('id')) {
      for (const id of [undefined, 'not-an-id', '..', "1' OR '1'='1", '0'.repeat(400)]) {
        const values = id === undefined ? {} : { id };
        const body = wholeBodies[operation.id];
        const answer = await send(operation, allowed(operation), { values, ...(body && { body }) });
        assertRefused(operation, answer, 404, 'not_found', `id ${id}`);
      }
    }
  });

  it('know no place in a list that they did not name', async () => {
    const [record] = (await office.people.coordinator.send({ method: 'GET', path: `/api/programmes/${programme}/records` })).body.items;
    for (const operation of taking('after')) {
      for (const after of ['x', '-1', '1e9', '99999999999999999999999', '1; DROP TABLE record', '%00']) {
        const answer = await send(operation, allowed(operation), {
          values: { id: record.id },
          query: `?after=${after === '%00' ? after : encodeURIComponent(after)}`,
        });
        const [status, code] = after === '%00' ? [400, 'malformed'] : [422, 'invalid'];
        assertRefused(operation, answer, status, code, `after ${after}`);
      }
    }
  });

  it('give no page that is longer than the limit, whatever is asked', async () => {
    const most = document.components.parameters.limit.schema.maximum;
    for (const operation of taking('limit')) {
      for (const limit of ['0', '-1', 'x', '201', '99999999999999999999', '1e3', '']) {
        const answer = await send(operation, allowed(operation), { query: `?limit=${limit}` });
        assert.equal(answer.status, 200, `${operation.path} limit ${limit}`);
        assertDescribed(operation, answer, `limit ${limit}`);
        assert.ok(answer.body.items.length <= most);
      }
    }
  });

  it('refuse an address that cannot be read', async () => {
    for (const operation of harmless(operations)) {
      for (const query of ['?q=%zz', '?q=1&q=2', '?q=%ff']) {
        const answer = await send(operation, allowed(operation), { query });
        assertRefused(operation, answer, 400, 'malformed', query);
      }
    }
  });

  it('say what is missing from a body', async () => {
    const wanting = posts.filter(({ wants }) => wants.closed && wants.problems({}).length > 0);
    assert.ok(wanting.length >= 4);
    const [record] = (await office.people.coordinator.send({ method: 'GET', path: `/api/programmes/${programme}/records` })).body.items;
    for (const operation of wanting) {
      const answer = await send(operation, allowed(operation), { values: { id: record.id } });
      assertRefused(operation, answer, 422, 'invalid', 'with an empty body');
    }
  });

  it('end in "too many" when a name fails again and again', async () => {
    const [operation] = operations.filter(({ id }) => id === 'signIn');
    const fail = () => send(operation, office.stranger, { body: { name: 'nobody', password: 'x' } });
    let answer = await fail();
    for (let tries = 1; answer.status === 401 && tries < 20; tries += 1) answer = await fail();
    assertRefused(operation, answer, 429, 'too_many', 'too often');
  });
});
