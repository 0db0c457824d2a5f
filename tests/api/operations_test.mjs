// Every operation that server/app/openapi.json names, asked of the real server: each answers what is written there.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { operationNamed, operations } from './support/description.mjs';
import { officeQuestionOf, redemptionOf } from './support/new_tablet.mjs';
import { addressOf, assertDescribed, openOffice, programme } from './support/office.mjs';

describe('operations', () => {
  let office, coordinator;
  const answered = new Set();

  before(async () => {
    office = await openOffice();
    coordinator = office.people.coordinator;
  });

  after(() => office?.close());

  // Asks as the description says, and holds question and answer to it. Answers the body.
  async function call(id, { by = coordinator, values, query = '', body } = {}) {
    const operation = operationNamed(id);
    if (body !== undefined) assert.deepEqual(operation.wants.problems(body), [], `${id}: what we ask is not described`);
    const answer = await by.send({ method: operation.method, path: addressOf(operation, values, query), body });
    assert.ok(answer.status < 300, `${id}: ${answer.status} ${JSON.stringify(answer.body)}`);
    assertDescribed(operation, answer);
    answered.add(id);
    return answer.body;
  }

  // Every page of a list, three items at a time.
  async function pages(id, { values, query = '' } = {}) {
    const items = [];
    let after = '';
    do {
      const page = await call(id, { values, query: `?limit=3${query}${after}` });
      items.push(...page.items);
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    return items;
  }

  it('describe themselves', async () => {
    const told = await call('describe', { by: office.stranger });
    assert.deepEqual(Object.keys(told.paths).length, new Set(operations.map(({ path }) => path)).size);
  });

  it('sign in, say who is there, and sign out', async () => {
    const answer = await office.stranger.signIn('coordinator', office.passwords.coordinator);
    assertDescribed(operationNamed('signIn'), answer);
    answered.add('signIn');
    const session = await call('session', { by: office.stranger });
    assert.equal(session.user.name, 'coordinator');
    await call('signOut', { by: office.stranger, body: {} });
    const gone = await office.stranger.send({ method: 'GET', path: '/api/session' });
    assertDescribed(operationNamed('session'), gone);
    assert.equal(gone.status, 401);
  });

  it('declare every type of record', async () => {
    const { types } = await call('types');
    assert.ok(types.some(({ name }) => name === 'partner'));
  });

  it('list every record of the demonstration in pages that join', async () => {
    const { counts } = await call('overview');
    for (const [type, count] of Object.entries(counts)) {
      const items = await pages('records', { query: `&type=${type}` });
      assert.equal(items.length, count, type);
      assert.equal(new Set(items.map(({ id }) => id)).size, count, type);
    }
    for (const { id } of (await call('records', { query: '?limit=200' })).items) {
      await call('record', { values: { id } });
      await call('history', { values: { id } });
    }
  });

  it('tell how the relationship is doing, of twelve months', async () => {
    const told = await call('measures');
    assert.equal(told.promises.months.length, 12);
    assert.ok(told.presence.periods > 0 && told.reach.events > 0 && told.areas.length > 0, JSON.stringify(told));
  });

  it('tell the board of what people said, of so many cards, of one partner or area', async () => {
    const whole = await call('board');
    assert.deepEqual(whole.columns.map(({ stage }) => stage), ['heard', 'acknowledged', 'acting', 'told_back']);
    assert.ok(whole.columns.every(({ total, items }) => total > 0 && items.length <= 10), JSON.stringify(whole.columns.map(({ total }) => total)));
    const few = await call('board', { query: '?cards=1' });
    assert.deepEqual(few.columns.map(({ items }) => items.length), [1, 1, 1, 1]);
    assert.deepEqual(few.columns.map(({ total }) => total), whole.columns.map(({ total }) => total));
    for (const cards of ['0', '-1', 'x', '201', '99999999999999999999', '']) await call('board', { query: `?cards=${cards}` });
    const { partner } = whole.columns[0].items[0];
    const theirs = await call('board', { query: `?partner=${partner.id}` });
    assert.ok(theirs.columns.every(({ items }) => items.every((card) => card.partner.id === partner.id)));
    const area = (await call('records', { query: '?type=area' })).items[0];
    const there = await call('board', { query: `?area=${area.id}` });
    assert.ok(there.columns.every(({ items }) => items.every((card) => card.areas.includes(area.title))));
    for (const query of [`?area=${partner.id}`, '?partner=nobody', `?partner=${area.id}`]) {
      const answer = await coordinator.send({ method: 'GET', path: `${addressOf(operationNamed('board'))}${query}` });
      assert.equal(answer.status, 404, query);
      assertDescribed(operationNamed('board'), answer);
    }
    for (const role of ['volunteer', 'admin']) {
      const answer = await office.people[role].send({ method: 'GET', path: addressOf(operationNamed('board')) });
      assert.equal(answer.status, 403, role);
      assertDescribed(operationNamed('board'), answer);
    }
    assert.equal(whole.sealed, null);
    assert.equal(typeof (await call('board', { by: office.people.safeguarding })).sealed.open, 'number');
    await call('board', { by: office.people.worker });
  });

  it('move a card by ordinary edits, and never over what somebody did meanwhile', async () => {
    const inColumn = async (id) => (await call('board', { query: '?cards=200' })).columns.find(({ items }) => items.some((card) => card.id === id))?.stage;
    const { id, number } = await call('addRecord', { body: { type: 'feedback', fields: { text: 'Put a bench there.', received_at: '2026-01-05T10:00:00Z', status: 'new' } } });
    assert.equal(await inColumn(id), 'heard');
    const edit = (seen, status) => coordinator.send({ method: 'POST', path: addressOf(operationNamed('edit'), { id }), body: { seen, fields: { status } } });
    assert.equal((await edit(number, 'acknowledged')).status, 200);
    assert.equal(await inColumn(id), 'acknowledged');
    const late = await edit(number, 'assigned');
    assertDescribed(operationNamed('edit'), late);
    assert.equal(late.status, 409, 'as it was shown it stands no more');
    assert.equal(await inColumn(id), 'acknowledged');
    const fields = { feedback: id, you_said: 'A bench.', we_did: 'It is there.', outcome: 'done', told_giver_at: '2026-01-05T11:00:00Z', told_people: 4 };
    await call('addRecord', { by: office.people.worker, body: { type: 'response', fields } });
    assert.notEqual(await inColumn(id), 'acknowledged', 'it was told back, and long ago');
  });

  it('say what a poster would say, and approve it only as a coordinator', async () => {
    const item = await call('addRecord', { body: { type: 'feedback', fields: { text: 'Our words in full.', received_at: '2026-05-05T10:00:00Z' } } });
    const fields = { feedback: item.id, you_said: 'A bench.', we_did: 'It is there.', outcome: 'done' };
    const made = await call('addRecord', { by: office.people.worker, body: { type: 'response', fields } });
    const values = { id: made.id };
    assert.deepEqual([(await call('poster', { values })).why, (await call('poster', { values })).may], ['not_published', false]);
    const publish = (by) => by.send({ method: 'POST', path: addressOf(operationNamed('edit'), values), body: { seen: made.number, fields: { published: true } } });
    assert.equal((await publish(office.people.worker)).status, 403);
    assert.equal((await publish(coordinator)).status, 200);
    const poster = await call('poster', { values });
    assert.deepEqual([poster.may, poster.received_on, poster.texts.en.you_said], [true, '2026-05', 'A bench.']);
    assert.doesNotMatch(JSON.stringify(poster), /in full/);
    for (const role of ['volunteer', 'admin']) {
      assert.equal((await call('poster', { by: office.people[role], values })).why, 'sealed', `${role}s read no feedback`);
    }
    const none = await coordinator.send({ method: 'GET', path: addressOf(operationNamed('poster'), { id: item.id }) });
    assertDescribed(operationNamed('poster'), none);
    assert.equal(none.status, 404, 'feedback is no answer');
  });

  it('list partners in pages that join, in any order, and narrowed to what is to be done', async () => {
    const { counts } = await call('overview');
    for (const order of ['name', 'steward', 'status', 'visit', 'promises', 'waiting', 'colour']) {
      for (const direction of ['ascending', 'descending']) {
        const items = await pages('partners', { query: `&order=${order}&direction=${direction}` });
        assert.equal(new Set(items.map(({ id }) => id)).size, counts.partner, order);
        assert.equal(items.length, counts.partner, order);
      }
    }
    const whole = await call('partners');
    assert.ok(whole.needs.visit_due >= whole.needs.quiet && whole.needs.promise_late > 0, JSON.stringify(whole.needs));
    for (const [need, count] of Object.entries(whole.needs)) {
      assert.equal((await call('partners', { query: `?need=${need}` })).total, count, need);
    }
    assert.ok((await call('partners', { query: '?status=active' })).items.every(({ status }) => status === 'active'));
    const area = (await call('records', { query: '?type=area' })).items[0];
    assert.ok((await call('partners', { query: `?area=${area.id}` })).items.every(({ areas }) => areas.includes(area.title)));
    assert.equal((await call('partners', { query: '?q=IGLESIA%20camino' })).total, 1);
    for (const [query, status] of [['?area=nobody', 404], [`?area=${whole.items[0].id}`, 404], ['?after=made-up', 422]]) {
      const answer = await coordinator.send({ method: 'GET', path: `${addressOf(operationNamed('partners'))}${query}` });
      assert.equal(answer.status, status, query);
      assertDescribed(operationNamed('partners'), answer);
    }
    const parts = async (role) => {
      const { promises, waiting, stewards } = (await call('partners', { by: office.people[role] })).items[0];
      return [promises, waiting, stewards].map((part) => part !== null);
    };
    assert.deepEqual(await parts('volunteer'), [true, false, true]);
    assert.deepEqual(await parts('worker'), [true, true, true]);
    assert.deepEqual(await parts('safeguarding'), [false, true, false]);
    assert.deepEqual(await parts('admin'), [false, false, false]);
  });

  it('lay out each partner’s dossier for each role, and a copy of their own', async () => {
    const roles = {
      coordinator: ['stewards', 'contacts', 'promises', 'meetings', 'agreements', 'exchange', 'sessions', 'themes', 'quotes', 'needs', 'waiting', 'trust'],
      worker: ['stewards', 'contacts', 'promises', 'meetings', 'exchange', 'sessions', 'themes', 'quotes', 'needs', 'waiting'],
      volunteer: ['stewards', 'promises', 'meetings', 'needs'],
      safeguarding: ['meetings', 'needs', 'waiting'],
      admin: ['meetings', 'agreements', 'needs', 'trust'],
    };
    for (const { id } of (await call('partners')).items) {
      const values = { id };
      for (const [role, parts] of Object.entries(roles)) {
        const dossier = await call('partner', { by: office.people[role], values });
        const told = Object.keys(dossier).filter((part) => part !== 'partner' && dossier[part] !== null);
        assert.deepEqual(told.sort(), [...parts].sort(), role);
      }
      const theirs = await call('partner', { values, query: '?copy=theirs' });
      assert.deepEqual([theirs.contacts, theirs.partner.culture_note, theirs.partner.ratings], [null, '', null]);
    }
    const none = await coordinator.send({ method: 'GET', path: addressOf(operationNamed('partner')) });
    assertDescribed(operationNamed('partner'), none);
    assert.equal(none.status, 404);
  });

  // Asks until it is over.
  async function exported(by, body) {
    const { id } = await call('beginExport', { by, body });
    for (let asked = 0; asked < 1000; asked += 1) {
      const one = (await call('exports', { by })).items.find((item) => item.id === id);
      if (one.state === 'ready' || one.state === 'failed') return one;
    }
    throw new Error(`${id} is not made`);
  }

  async function fileOf(by, { id }, file) {
    const answer = await by.send({ method: 'GET', path: addressOf(operationNamed('exportedFile'), { id, file }) });
    assertDescribed(operationNamed('exportedFile'), answer);
    answered.add('exportedFile');
    return answer;
  }

  it('make exports in the background, with a manifest that tells what they are, and an entry', async () => {
    for (const format of ['csv', 'ndjson', 'xlsx']) {
      const made = await exported(coordinator, { types: ['partner', 'commitment'], format });
      assert.equal(made.state, 'ready', made.why);
      const { body: manifest } = await fileOf(coordinator, made, 'manifest.json');
      const told = typeof manifest === 'string' ? JSON.parse(manifest) : manifest;
      assert.deepEqual([told.made_by, told.format, told.smallest_group], ['coordinator', format, 11]);
      const { counts } = await call('overview');
      assert.deepEqual(told.tables.map(({ type, rows }) => [type, rows]), [['partner', counts.partner], ['commitment', counts.commitment]]);
      for (const file of told.files) assert.equal((await fileOf(coordinator, made, file.name)).status, 200);
      const entry = await call('record', { values: { id: made.id } });
      assert.equal(entry.fields.made_for, 'coordinator');
      assert.equal(entry.fields.files.length, told.files.length + 1);
    }
  });

  it('hand an export to its maker alone, and refuse what a role does not read', async () => {
    const made = await exported(coordinator, { types: ['contact'], format: 'csv' });
    const other = office.people.admin;
    assert.equal((await fileOf(other, made, 'contact.csv')).status, 404);
    assert.equal((await fileOf(coordinator, made, 'nothing.csv')).status, 404);
    const asked = (by, body) => by.send({ method: 'POST', path: addressOf(operationNamed('beginExport')), body });
    for (const [by, body, status] of [
      [other, { types: ['contact'], format: 'csv' }, 404],
      [coordinator, { types: [], format: 'csv' }, 422],
      [coordinator, { types: ['area', 'area'], format: 'csv' }, 422],
      [coordinator, { types: ['area'], format: 'pdf' }, 422],
      [coordinator, { types: [4], format: 'csv' }, 422],
      [office.people.worker, { types: ['area'], format: 'csv' }, 403],
    ]) {
      const answer = await asked(by, body);
      assert.equal(answer.status, status, JSON.stringify(body));
      assertDescribed(operationNamed('beginExport'), answer);
    }
  });

  it('make, edit, contest and settle a record', async () => {
    const made = await call('addRecord', { body: { type: 'partner', fields: { name: 'Barbers of Eastlock', languages: { add: ['en', 'es'] } } } });
    const values = { id: made.id };
    const edit = (seen, fields) => call('edit', { values, body: { seen, fields } });
    await edit(made.number, { name: 'Barbers on Main' });
    const contested = await edit(made.number, { name: 'Barbers of the Mill' });
    assert.equal(contested.conflicts.name.length, 2);
    const waiting = await pages('conflicts');
    assert.ok(waiting.some(({ id }) => id === made.id));
    const settled = await edit(contested.number, { name: 'Barbers of the Mill', languages: { remove: ['es'] } });
    assert.deepEqual(settled.conflicts, {});
    const gone = await call('edit', { values, body: { seen: settled.number, deleted: true } });
    assert.equal(gone.deleted, true);
    assert.ok((await pages('history', { values })).length >= 5);
  });

  it('tell one field’s history, and undo what was done there', async () => {
    const made = await call('addRecord', { body: { type: 'partner', fields: { name: 'Ferry people', description: 'The north bank.' } } });
    const values = { id: made.id };
    const edited = await call('edit', { values, body: { seen: made.number, fields: { description: 'The south bank.', cadence_days: 30 } } });
    const told = async (by) => (await call('history', { values, by, query: '?field=description' })).items;
    const [south, north] = await told();
    assert.deepEqual(south.operations.map(({ field, value, before, stands, undoable }) => ({ field, value, before, stands, undoable })),
      [{ field: 'description', value: 'The south bank.', before: 'The north bank.', stands: true, undoable: true }]);
    assert.deepEqual(north.operations[0].ended_by, { dot: south.dot, user: 'coordinator', undone: false });
    assert.deepEqual([south.claimed_at, south.user, south.device], [null, 'coordinator', 'office']);
    const undone = await call('undo', { values, body: { seen: edited.number, change: south.dot, field: 'description' } });
    assert.deepEqual([undone.fields.description, undone.fields.cadence_days], ['The north bank.', 30]);
    const [undo, was] = await told();
    assert.deepEqual(was.operations[0].ended_by, { dot: undo.dot, user: 'coordinator', undone: true });
    const redone = await call('undo', { values, body: { seen: undone.number, change: undo.dot } });
    assert.equal(redone.fields.description, 'The south bank.');
    const ask = (body, by = coordinator) => by.send({ method: 'POST', path: addressOf(operationNamed('undo'), values), body });
    const refused = [
      [await ask({ seen: redone.number, change: undo.dot }), 409, 'it does not stand any more'],
      [await ask({ seen: redone.number, change: 'the last one' }), 422, 'no change is called so'],
      [await ask({ seen: redone.number, change: south.dot, field: 'nothing' }), 404, 'no such field'],
      [await ask({ seen: redone.number, change: south.dot }, office.people.volunteer), 403, 'who may not write it'],
    ];
    for (const [answer, status, why] of refused) {
      assert.equal(answer.status, status, why);
      assertDescribed(operationNamed('undo'), answer);
    }
  });

  it('tell what answers say together, and of few people nothing', async () => {
    const fields = { name: 'Spring', opens_on: '2026-03-01', closes_on: '2026-03-31' };
    const wave = await call('addRecord', { body: { type: 'survey_wave', fields } });
    const said = await call('answers', { values: { id: wave.id } });
    assert.equal(said.people, '<11');
    assert.deepEqual(said.sides, []);
    assert.equal(said.items.length, 12);
  });

  it('review a record as it was shown, and say so until it changes', async () => {
    const made = await call('addRecord', { body: { type: 'partner', fields: { name: 'Weavers of Eastlock' } } });
    const values = { id: made.id };
    assert.equal(made.review, null);
    const asked = await call('review', { values, body: { seen: made.number, outcome: 'has_issues', comment: 'Which street?' } });
    assert.deepEqual([asked.review.outcome, asked.review.comment, asked.review.current], ['has_issues', 'Which street?', true]);
    assert.equal(asked.number, made.number, 'a review leaves the record as it is');
    const edited = await call('edit', { values, body: { seen: made.number, fields: { description: 'On Mill Street.' } } });
    assert.equal(edited.review.current, false);
    const old = await call('review', { values, body: { seen: made.number, outcome: 'looks_right' } });
    assert.equal(old.review.current, false, 'what came since was not seen');
    const right = await call('review', { values, body: { seen: edited.number, outcome: 'looks_right' } });
    assert.deepEqual([right.review.outcome, right.review.comment, right.review.current], ['looks_right', '', true]);
    const { total } = await call('records', { query: '?type=review' });
    const again = await call('review', { values, body: { seen: edited.number, outcome: 'looks_right' } });
    assert.equal(again.review.current, true);
    assert.equal((await call('records', { query: '?type=review' })).total, total, 'one review for one record');
    const volunteer = await office.people.volunteer.send({
      method: 'POST', path: addressOf(operationNamed('review'), values), body: { seen: edited.number, outcome: 'looks_right' },
    });
    assert.equal(volunteer.status, 403);
    const noWords = await coordinator.send({
      method: 'POST', path: addressOf(operationNamed('review'), values), body: { seen: edited.number, outcome: 'has_issues' },
    });
    assert.equal(noWords.status, 422);
  });

  it('bring a review to the tablet that wrote the record, as a receipt', async () => {
    const tablet = office.house.tablet();
    await tablet.enrol(await office.server.invite('Teo', programme), 'Teo’s tablet');
    const [id] = await tablet.put('partner', { fields: { name: 'Ferry people' } });
    const stage = async () => (await tablet.get(id)).receipt;
    assert.equal(await stage(), 'saved');
    await tablet.sync();
    assert.equal(await stage(), 'applied');
    const shown = await call('record', { values: { id } });
    const waits = async (query = '') => (await pages('inbox', { query })).some((row) => row.id === id);
    const { types, total, oldest_at: oldest } = await call('inbox', { query: '?order=oldest&limit=1' });
    assert.ok(types.some(({ type, waiting }) => type === 'partner' && waiting > 0), JSON.stringify(types));
    assert.ok(total > 0 && Date.parse(oldest) > 0);
    assert.deepEqual([await waits(), await waits('&type=partner'), await waits('&type=event')], [true, true, false]);
    const listed = (await call('inbox', { query: '?type=partner' })).items[0];
    assert.deepEqual([listed.id, listed.number, listed.person, listed.sealed], [id, shown.number, 'Teo', false]);
    const before = (await call('overview')).waiting;
    for (const [query, by, status] of [['', office.people.volunteer, 403], ['?type=nothing', coordinator, 404], ['?after=x', coordinator, 422]]) {
      const answer = await by.send({ path: `${addressOf(operationNamed('inbox'))}${query}` });
      assert.equal(answer.status, status, query);
      assertDescribed(operationNamed('inbox'), answer);
    }
    await call('review', { values: { id }, body: { seen: shown.number, outcome: 'has_issues', comment: 'Which bank?' } });
    assert.deepEqual([await waits(), (await call('overview')).waiting], [false, before - 1]);
    await tablet.sync();
    const { receipt, review } = await tablet.get(id);
    assert.deepEqual([receipt, review.outcome, review.comment, review.user], ['reviewed', 'has_issues', 'Which bank?', 'coordinator']);
    await tablet.put('partner', { id, fields: { description: 'The north bank.' } });
    assert.equal(await stage(), 'saved');
    await tablet.sync();
    assert.equal(await stage(), 'applied', 'nobody has read the answer yet');
    assert.equal(await waits(), true);
  });

  it('take no comment on a sealed record, which everybody could read', async () => {
    const officer = office.people.safeguarding;
    const fields = { text: 'Somebody was hurt.', sensitive: true };
    const sealed = await call('addRecord', { by: officer, body: { type: 'feedback', fields } });
    const values = { id: sealed.id };
    const refused = await officer.send({
      method: 'POST', path: addressOf(operationNamed('review'), values),
      body: { seen: sealed.number, outcome: 'has_issues', comment: 'Who was it?' },
    });
    assert.equal(refused.status, 403);
    assert.equal((await call('review', { by: officer, values, body: { seen: sealed.number, outcome: 'looks_right' } })).review.current, true);
  });

  it('erase a record for good, with what belongs to it, once its title is said', async () => {
    const made = await call('addRecord', { body: { type: 'partner', fields: { name: 'Weavers of the Wharf' } } });
    const values = { id: made.id };
    await call('review', { values, body: { seen: made.number, outcome: 'has_issues', comment: 'Which wharf?' } });
    const ask = (confirm) =>
      coordinator.send({ method: 'POST', path: addressOf(operationNamed('erase'), values), body: { confirm } });
    assert.equal((await ask('Weavers')).status, 422);
    assert.equal((await call('record', { values })).title, 'Weavers of the Wharf');
    const { erased } = await call('erase', { values, body: { confirm: 'Weavers of the Wharf' } });
    assert.equal(erased.length, 2, 'the review goes with it');
    const gone = await coordinator.send({ method: 'GET', path: addressOf(operationNamed('record'), values) });
    assert.equal(gone.status, 404);
    assert.match(gone.body.error.message, /was erased/);
    assert.equal((await ask('Weavers of the Wharf')).status, 404);
    const listed = (await pages('erasures')).filter(({ id }) => erased.includes(id));
    assert.deepEqual(listed.map(({ user }) => user), ['coordinator', 'coordinator']);
    const officer = (await call('session')).user.id;
    const kept = await coordinator.send({
      method: 'POST', path: addressOf(operationNamed('erase'), { id: officer }), body: { confirm: officer },
    });
    assert.equal(kept.status, 403, 'people are kept by the office itself');
  });

  it('let an officer erase what is sensitive, and nothing else', async () => {
    const officer = office.people.safeguarding;
    const add = (fields) => call('addRecord', { by: officer, body: { type: 'feedback', fields } });
    const plain = await add({ text: 'The door was locked.' });
    const sensitive = await add({ text: 'He locked her in.', sensitive: true });
    const ask = (id) =>
      officer.send({ method: 'POST', path: addressOf(operationNamed('erase'), { id }), body: { confirm: id } });
    const refused = await ask(plain.id);
    assertDescribed(operationNamed('erase'), refused);
    assert.equal(refused.status, 403);
    assert.equal((await call('record', { by: officer, values: { id: plain.id } })).fields.text, 'The door was locked.');
    assert.equal((await ask(sensitive.id)).status, 200);
  });

  it('list what a shut-out tablet brought, until somebody has seen to it', async () => {
    const tablet = office.house.tablet();
    await tablet.enrol(await office.server.invite('Uma', programme), 'Uma’s tablet');
    await tablet.sync();
    const [partner] = await tablet.put('partner', { fields: { name: 'Bakers of the Bend' } });
    const [feedback] = await tablet.put('feedback', { fields: { text: 'The oven smokes.', channel: 'in_person' } });
    const [fear] = await tablet.put('feedback', { fields: { text: 'He locks the door.', channel: 'in_person', sensitive: true } });
    const device = (await pages('devices')).find(({ name }) => name === 'Uma’s tablet');
    await call('revoke', { values: { id: device.id }, body: {} });
    await tablet.syncRefused();
    const listed = await pages('aside');
    const brought = listed.filter(({ user }) => user === 'Uma');
    assert.deepEqual(brought.map(({ record, type, there }) => [record, type, there]),
      [[fear, 'feedback', false], [feedback, 'feedback', false], [partner, 'partner', false]]);
    const [meantSealed, worry, baker] = brought;
    assert.deepEqual(baker.operations.map(({ field, value }) => [field, value]), [['name', 'Bakers of the Bend']]);
    assert.ok(worry.operations.some(({ value }) => value === 'The oven smokes.'));
    assert.deepEqual(meantSealed.operations, []);
    const officers = (await call('aside', { by: office.people.safeguarding })).items;
    assert.ok(officers.find(({ record }) => record === fear).operations.some(({ value }) => value === 'He locks the door.'));
    assert.match(baker.reason, /withdrew/);
    await call('settleAside', { values: { place: baker.place }, body: {} });
    assert.deepEqual((await pages('aside')).filter(({ user }) => user === 'Uma').map(({ place }) => place),
      [meantSealed.place, worry.place]);
    const settle = (place, by = coordinator) =>
      by.send({ method: 'POST', path: addressOf(operationNamed('settleAside'), { place }), body: {} });
    assert.equal((await settle(baker.place)).status, 404);
    assert.equal((await settle('x')).status, 404);
    assert.equal((await settle(worry.place, office.people.worker)).status, 403);
    assert.equal((await settle(meantSealed.place)).status, 403);
    assert.equal((await settle(meantSealed.place, office.people.safeguarding)).status, 200);
  });

  it('keep each officer one sealing key, and its locked half from everybody else', async () => {
    const officer = office.people.safeguarding;
    const keys = ['YGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn8', 'A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg'];
    for (const key of keys) {
      await call('addOfficerKey', { by: officer, body: { public_key: key, wrapped: '{"locked":true}' } });
    }
    const own = await call('officerKeys', { by: officer });
    assert.deepEqual(own.items.map(({ public_key, retired, own, wrapped }) => ({ public_key, retired, own, wrapped })).toSorted((a, b) => a.retired - b.retired),
      [{ public_key: keys[1], retired: false, own: true, wrapped: '{"locked":true}' },
       { public_key: keys[0], retired: true, own: true, wrapped: '{"locked":true}' }]);
    assert.deepEqual([own.officers, own.needed], [1, 2]);
    const told = await call('officerKeys');
    assert.deepEqual(told.items.map(({ own, wrapped }) => [own, wrapped]), [[false, null], [false, null]]);
    const shown = await call('record', { values: { id: told.items[0].id } });
    assert.equal(shown.fields.wrapped, undefined, 'not in its record either');
    const add = { method: 'POST', path: addressOf(operationNamed('addOfficerKey')), body: { public_key: keys[0], wrapped: '{}' } };
    assert.equal((await coordinator.send(add)).status, 403);
    const refused = await officer.send({ ...add, body: { public_key: 'no key', wrapped: '{}' } });
    assertDescribed(operationNamed('addOfficerKey'), refused);
    assert.equal(refused.status, 422);
  });

  it('take what a volunteer hands in, and tell its id alone', async () => {
    const body = { type: 'feedback', fields: { text: 'The door was locked.' } };
    assert.deepEqual(Object.keys(await call('addRecord', { by: office.people.volunteer, body })), ['id']);
  });

  it('let a tablet in by its code, list it, and shut it out', async () => {
    const invited = await call('invite', { body: { role: 'worker', name: 'Marisol' } });
    await call('proveOffice', { by: office.stranger, body: officeQuestionOf(invited.code) });
    const redemption = redemptionOf(invited.code);
    assert.equal((await call('enrol', { by: office.stranger, body: redemption })).state, 'waiting');
    const values = { id: invited.id };
    const claimed = await call('enrolment', { values });
    assert.equal(claimed.words.length, 3);
    assert.equal((await call('confirmEnrolment', { values, body: {} })).state, 'confirmed');
    const { state, replica } = await call('pollEnrolment', { by: office.stranger, body: redemption });
    assert.equal(state, 'confirmed');
    assert.ok((await pages('devices')).some(({ id }) => id === replica));
    const before = (await call('devices')).counts.revoked;
    await call('revoke', { values: { id: replica }, body: {} });
    assert.equal((await call('devices')).counts.revoked, before + 1);
  });

  it('keep a tablet out whose words differ', async () => {
    const invited = await call('invite', { body: { role: 'volunteer', name: 'Teo' } });
    await call('enrol', { by: office.stranger, body: redemptionOf(invited.code) });
    assert.equal((await call('refuseEnrolment', { values: { id: invited.id }, body: {} })).state, 'refused');
  });

  it('hand out the file of an attachment to who may read it, to be saved and not run', async () => {
    const tablet = office.house.tablet();
    await tablet.enrol(await office.server.invite('Marisol', programme), 'Marisol’s tablet');
    const file = path.join(tablet.profile, 'minutes “of” Tuesday.txt');
    const text = '<script>alert(1)</script> ¿Quién viene?\n';
    await writeFile(file, text);
    const [workshop] = await tablet.put('workshop', { fields: { question: 'Who comes?' } });
    const kept = await tablet.attach(workshop, file);
    const ask = (by, query = '', id = kept.id) =>
      by.send({ method: 'GET', path: addressOf(operationNamed('attachment'), { id }, query) });
    assert.equal((await ask(coordinator)).status, 404, 'before it is here');
    await tablet.sync();

    const answer = await ask(coordinator);
    assertDescribed(operationNamed('attachment'), answer);
    answered.add('attachment');
    assert.equal(answer.status, 200);
    assert.equal(answer.bytes.toString('utf8'), text);
    assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'; sandbox");
    assert.equal(
      answer.headers['content-disposition'],
      "attachment; filename*=UTF-8''minutes%20%E2%80%9Cof%E2%80%9D%20Tuesday.txt",
    );
    assert.equal((await ask(coordinator, `?sha256=${kept.sha256}`)).status, 200);

    const part = (range) =>
      coordinator.send({
        method: 'GET', path: addressOf(operationNamed('attachment'), { id: kept.id }), headers: { Range: range },
      });
    const middle = await part('bytes=8-12');
    assertDescribed(operationNamed('attachment'), middle);
    assert.equal(middle.status, 206);
    assert.equal(middle.bytes.toString('utf8'), text.slice(8, 13));
    const beyond = await part('bytes=1000-');
    assertDescribed(operationNamed('attachment'), beyond);
    assert.equal(beyond.status, 416);
    assert.equal((await ask(office.people.worker)).status, 200);
    for (const role of ['volunteer', 'admin']) {
      const refused = await ask(office.people[role]);
      assertDescribed(operationNamed('attachment'), refused);
      assert.equal(refused.status, 404, role);
    }
    assert.equal((await ask(office.outsider)).status, 404);
    assert.equal((await ask(coordinator, `?sha256=${'0'.repeat(64)}`)).status, 404);
    assert.equal((await ask(coordinator, '', workshop)).status, 404, 'the record itself is no file');
  });

  it('are all of them answered here', () => {
    assert.deepEqual(operations.map(({ id }) => id).filter((id) => !answered.has(id)), []);
  });
});
