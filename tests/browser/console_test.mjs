// A coordinator's console, in a real browser, against the real server and real tablets without a screen.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { payloads } from './support/payloads.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';
const kOnceBackMs = 45_000;
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNwaDgAAAKEAYEml6crAAAAAElFTkSuQmCC';

describe('console', () => {
  let house, server, browser, page, troubles, password, marisol, teo;

  before(async () => {
    house = await openHouse();
    server = house.server;
    await server.administer('programme', 'add', programme);
    password = await server.addUser('Noor', programme, 'coordinator');
    await server.start();
    [marisol, teo] = [house.tablet(), house.tablet()];
    await marisol.enrol(await server.invite('Marisol', programme), 'Heron 1');
    await teo.enrol(await server.invite('Teo', programme), 'Heron 2');
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser));
  });

  after(async () => {
    await browser?.close();
    await house?.close();
  });

  // Shows whether the page was loaded anew: a mark set on it would be gone.
  const mark = () => page.evaluate(() => (window.marked = true));
  const isMarked = () => page.evaluate(() => window.marked === true);

  // Remembers whether the page ever said that somebody else had changed the field, however shortly.
  const watchForMeanwhile = () =>
    page.evaluate(() => {
      window.meanwhile = false;
      new MutationObserver(() => {
        if (document.body.textContent.includes('Changed meanwhile')) window.meanwhile = true;
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });

  async function assertAccessible(place) {
    assert.deepEqual(await breaches(page), [], place);
  }

  it('says that a password is wrong, keeps the name, and lets the right one in', async () => {
    await page.goto(server.url);
    await page.getByLabel('Name').fill('Noor');
    await page.getByLabel('Password', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('do not belong together').waitFor();
    assert.equal(await page.getByLabel('Name').inputValue(), 'Noor');
    await assertAccessible('sign-in');
    await signIn(page, server.url, 'Noor', password);
    await page.getByRole('heading', { name: 'How the relationship is doing' }).waitFor();
    await assertAccessible('overview');
  });

  it('shows a record that a tablet sends, without loading the page again', async () => {
    await mark();
    await marisol.put('partner', { fields: { name: 'Barbers of Eastlock', kind: 'business' } });
    await marisol.sync();
    await page.getByRole('link', { name: 'Barbers of Eastlock' }).waitFor();
    await page.getByRole('link', { name: '1 Partner', exact: true }).waitFor();
    assert.match(await page.getByRole('banner').innerText(), /Last upload from the field/);
    assert.ok(await isMarked());
  });

  it('shows what people wrote as text, whatever it looks like', async () => {
    const said = (text) => ({
      fields: { received_at: '2026-11-20T10:00:00Z', channel: 'in_person', giver: 'participant', type: 'concern', text },
    });
    const ids = await teo.put('feedback', ...payloads.map(said));
    await teo.sync();
    await goTo(page, '/records/feedback');
    for (const payload of payloads) await page.getByRole('table').getByText(payload).waitFor();
    for (const id of ids) {
      await goTo(page, `/record/${id}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('[data-field="text"] q').waitFor();
    }
    await assertAccessible('record');
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.deepEqual(troubles, []);
  });

  it('shows a photo beside its record, and on a page of its own where it can be saved', async () => {
    const photo = path.join(marisol.profile, 'stop.png');
    await writeFile(photo, Buffer.from(onePixel, 'base64'));
    const [workshop] = await marisol.put('workshop', { fields: { question: 'Where should the bus stop?' } });
    const kept = await marisol.attach(workshop, photo);
    await marisol.sync();
    await goTo(page, `/record/${workshop}`);
    const small = page.locator('[data-field="photos"] img');
    await small.waitFor();
    assert.equal(await small.getAttribute('alt'), 'stop.png');
    await page.waitForFunction(() => document.querySelector('[data-field="photos"] img').naturalWidth === 1);
    await assertAccessible('a record with a photo');
    await small.click();
    await page.waitForURL(`**/record/${kept.id}`);
    await page.getByRole('img', { name: 'stop.png' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the file' }).click();
    assert.equal((await saving).suggestedFilename(), 'stop.png');
    await assertAccessible('a photo');
    assert.deepEqual(troubles, []);
  });

  it('finds records by their words, by type and everywhere', async () => {
    await marisol.put('note', ...Array.from({ length: 60 }, (_, nth) => ({ fields: { text: `Heard at the door ${nth}` } })));
    await marisol.sync();
    await goTo(page, '/records/note');
    await page.getByText('50 of 60').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('50 of 60').waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('row').count(), 61);
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('door 59');
    await page.getByText('1 record', { exact: true }).waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('barbers');
    await page.getByRole('heading', { name: 'Search for “barbers”' }).waitFor();
    await page.getByRole('link', { name: 'Barbers of Eastlock' }).waitFor();
    await assertAccessible('search');
  });

  it('keeps the reader’s place in a long list when news arrives', async () => {
    await goTo(page, '/records/note');
    await page.getByRole('row').nth(60).waitFor();
    const link = page.getByRole('link', { name: 'Heard at the door 7', exact: true });
    await link.scrollIntoViewIfNeeded();
    await link.focus();
    const before = await link.boundingBox();
    await marisol.put('note', { fields: { text: 'The latest of all' } });
    await marisol.sync();
    await page.getByRole('link', { name: 'The latest of all' }).waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('row').count(), 62);
    const after = await link.boundingBox();
    assert.ok(Math.abs(after.y - before.y) <= 1, `the row moved from ${before.y} to ${after.y}`);
    assert.ok(await link.evaluate((one) => one === document.activeElement));
  });

  it('lets a coordinator change a field, and the tablets learn it', async () => {
    await goTo(page, '/records/partner');
    await page.getByRole('link', { name: 'Barbers of Eastlock' }).click();
    const row = page.locator('[data-field="description"]');
    await row.getByRole('button').click();
    await row.getByRole('textbox').fill('Six chairs, and everybody talks.');
    await watchForMeanwhile();
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByRole('textbox').waitFor({ state: 'detached' });
    await row.getByText('Six chairs').waitFor();
    await page.getByText('Description changed').waitFor();
    assert.ok(!(await page.evaluate(() => window.meanwhile)), 'the page took its own change for somebody else’s');
    await marisol.sync();
    const [partner] = await marisol.list('partner');
    assert.equal(partner.fields.description, 'Six chairs, and everybody talks.');
  });

  it('tells one field’s history, and takes a change back with one press', async () => {
    const [id] = await marisol.put('partner', { fields: { name: 'Ferry people', description: 'The north bank.' } });
    await marisol.sync();
    await teo.sync();
    await teo.put('partner', { id, fields: { description: 'The south bank.', cadence_days: 30 } });
    await teo.sync();
    await goTo(page, `/record/${id}`);
    const history = page.getByRole('region', { name: 'History' });
    await history.getByLabel('Whose history').first().click();
    await page.getByRole('option', { name: 'Description' }).click();
    await history.getByText('Changed since by Teo').waitFor();
    assert.equal(await history.getByRole('listitem').count(), 2);
    assert.match(await history.getByRole('listitem').first().innerText(), /Teo, Heron 2[^]*The north bank\.[^]*The south bank\./);
    await assertAccessible('history of a field');
    await mark();
    await history.getByRole('button', { name: 'Undo: Description' }).click();
    await page.getByText('Undone: Description').waitFor();
    await page.locator('[data-field="description"]').getByText('The north bank.').waitFor();
    await history.getByText('Undone by Noor').waitFor();
    await teo.sync();
    const { fields } = await teo.get(id);
    assert.deepEqual([fields.description, fields.cadence_days], ['The north bank.', 30]);
    await teo.put('partner', { id, fields: { description: 'Both banks.' } });
    await teo.sync();
    await history.getByText('Both banks.').waitFor();
    assert.ok(await isMarked(), 'what came was shown without loading the page again');
  });

  it('lets a coordinator add a row, and the tablets learn it', async () => {
    const [promise] = await marisol.put('commitment', { fields: { text: 'Print the flyers', original_due: '2026-11-20' } });
    await marisol.sync();
    await goTo(page, `/record/${promise}`);
    const row = page.locator('[data-field="due_changes"]');
    await row.getByRole('button', { name: 'Add to changes of date' }).click();
    assert.ok(await row.getByRole('button', { name: 'Save' }).isDisabled(), 'a row needs its date');
    await row.getByLabel('New date').fill('2026-12-04');
    await row.getByLabel('Reason').fill('The printer is broken.');
    await assertAccessible('a new row');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByRole('cell', { name: 'The printer is broken.' }).waitFor();
    await row.getByRole('cell', { name: 'Fri 4 Dec' }).waitFor();
    await marisol.sync();
    const { fields } = await marisol.get(promise);
    assert.deepEqual(fields.due_changes, [{ new_date: '2026-12-04', reason: 'The printer is broken.' }]);
  });

  it('lets a coordinator work on the clauses of an agreement, cell by cell', async () => {
    const noor = house.tablet();
    await noor.enrol(await server.invite('Noor', programme, 'coordinator'), 'Heron 9');
    const clauses = [{ text: 'Two volunteers on Mondays', state: 'proposed' }, { text: 'The hall is free' }];
    const [agreement] = await noor.put('agreement', { fields: { kind: 'memorandum', title: 'Mondays', clauses } });
    await noor.sync();
    await goTo(page, `/record/${agreement}`);
    const field = page.locator('[data-field="clauses"]');
    await field.getByRole('button', { name: 'Change clauses' }).click();
    const first = field.getByRole('group', { name: 'Clauses: 1' });
    const second = field.getByRole('group', { name: 'Clauses: 2' });
    const [monday, hall] = (await first.getByLabel('Clause', { exact: true }).inputValue()).startsWith('Two') ? [first, second] : [second, first];
    await monday.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'Agreed' }).click();
    await hall.getByRole('button', { name: 'Take this one away' }).click();
    const fresh = field.getByRole('group', { name: 'Add to clauses' });
    await fresh.getByLabel('Agreed by').fill('us');
    assert.ok(await field.getByRole('button', { name: 'Save' }).isDisabled(), 'a clause needs its words');
    await fresh.getByLabel('Clause', { exact: true }).fill('Keys stay with the elders');
    await assertAccessible('standing rows');
    await field.getByRole('button', { name: 'Save' }).click();
    await field.getByRole('cell', { name: 'Keys stay with the elders' }).waitFor();
    await noor.sync();
    const { fields } = await noor.get(agreement);
    const told = fields.clauses.map(({ text, state, agreed_by: by }) => [text, state, by]).sort();
    assert.deepEqual(told, [
      ['Keys stay with the elders', undefined, 'us'],
      ['Two volunteers on Mondays', 'agreed', undefined],
    ]);
  });

  it('erases a record for good, once a coordinator has typed what it is called', async () => {
    const [promise] = await marisol.put('commitment', { fields: { text: 'Bring the borrowed projector' } });
    await marisol.sync();
    await goTo(page, `/record/${promise}`);
    await page.getByRole('button', { name: 'Erase…' }).click();
    const confirm = page.getByLabel('To confirm, type what it is called');
    const act = page.getByRole('button', { name: 'Erase for good' });
    await confirm.fill('Bring the projector');
    assert.ok(await act.isDisabled(), 'another record’s title');
    await confirm.fill('Bring the borrowed projector');
    await assertAccessible('erasing');
    await act.click();
    await page.getByText('Erased for good: 1 record').waitFor();
    await page.waitForURL('**/records/commitment');
    await goTo(page, `/record/${promise}`);
    await page.getByText('This is not here any more').waitFor();
    assert.equal(await page.getByText('borrowed projector').count(), 0);
    await marisol.sync();
    assert.deepEqual((await marisol.list('commitment')).filter(({ id }) => id === promise), []);
    assert.deepEqual(troubles, []);
  });

  it('lets a coordinator answer a conflict, and every tablet ends at the answer', async () => {
    const base = { title: 'Flu shot table', type: 'pop_up_screening', start: '2026-11-28T18:30:00Z', notes: 'Park behind the shop.' };
    const [event] = await marisol.put('event', { fields: base });
    await marisol.sync();
    await teo.sync();
    await marisol.put('event', {
      id: event,
      fields: { start: '2026-11-28T18:00:00Z', notes: 'Park behind the shop. Bring the small cooler.' },
    });
    await teo.put('event', {
      id: event,
      fields: { start: '2026-11-28T17:30:00Z', notes: 'Park behind the shop. The owner’s son speaks Arabic.' },
    });
    await goTo(page, '/conflicts');
    await page.getByText('Every record has one version.').waitFor();
    await marisol.sync();
    await teo.sync();
    await page.getByRole('link', { name: 'Flu shot table' }).click();
    await page.locator('[data-field="notes"]').getByRole('radio').nth(1).waitFor();
    await page.locator('[data-field="notes"]').getByRole('cell').first().getByText(base.notes, { exact: true }).waitFor();
    await assertAccessible('conflict');
    assert.ok(await page.getByRole('button', { name: 'Resolve and send to both' }).isDisabled());

    await page.getByRole('radio', { name: /Start.*Teo/ }).check({ force: true });
    await page.locator('[data-field="notes"]').getByRole('button', { name: 'Both, merged' }).click();
    const merged = await page.locator('[data-field="notes"]').getByRole('textbox').inputValue();
    assert.match(merged, /^Park behind the shop\. /);
    assert.match(merged, /Bring the small cooler\./);
    assert.match(merged, /The owner’s son speaks Arabic\./);
    await page.getByRole('button', { name: 'Resolve and send to both' }).click();
    await page.getByText('Everyone sees one version now.').waitFor();

    for (const tablet of [marisol, teo]) {
      await tablet.sync();
      const record = await tablet.get(event);
      assert.deepEqual(record.conflicts, {});
      assert.equal(new Date(record.fields.start).toISOString(), '2026-11-28T17:30:00.000Z');
      assert.equal(record.fields.notes, merged);
    }
    const hashes = [await marisol.stateHash(programme), await teo.stateHash(programme)];
    hashes.push(await server.stateHash(programme, 'worker'));
    assert.equal(new Set(hashes).size, 1, hashes.join('\n'));
  });

  it('keeps a tablet out whose words differ', async () => {
    await goTo(page, '/devices');
    await page.getByLabel('Name of the person').fill('Lina');
    const answer = page.waitForResponse((response) => response.url().endsWith('/enrolments'));
    await page.getByRole('button', { name: 'Make a code' }).click();
    const { link } = await (await answer).json();
    const refused = assert.rejects(house.tablet().enrol(link, 'Heron 3'), /saw other words/);
    await page.getByRole('button', { name: 'They do not match' }).click();
    await page.getByText('That tablet stays out').waitFor();
    await refused;
    await page.getByRole('button', { name: 'New code' }).click();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    await page.getByText('Close', { exact: true }).click();
  });

  it('lets a tablet in by a typed code once both sides saw the same words, and revokes it', async () => {
    await goTo(page, '/devices');
    await page.getByLabel('Name of the person').fill('Lina');
    await page.getByRole('button', { name: 'Make a code' }).click();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    await page.getByText(/9:\d\d left/).waitFor();
    // What a person would read off the page.
    const code = (await page.locator('[data-code] > span').allInnerTexts()).join('-');
    const office = await page.locator('[data-office]').innerText();
    assert.match(code, /^(\w{5}-){4}\w{6}$/);
    assert.equal(office, server.address);
    const lina = house.tablet();
    const enrolled = lina.enrol(code.toLowerCase(), 'Heron 3', office);
    await page.getByText('A tablet asks to join').waitFor();
    await assertAccessible('devices');
    await page.getByRole('button', { name: 'They match' }).click();
    await page.getByText('Lina’s tablet has joined').waitFor();
    await enrolled;
    await lina.sync();

    await page.getByRole('row', { name: /Lina/ }).getByRole('button').click();
    await page.getByRole('menuitem', { name: /Revoke/ }).click();
    await page.getByRole('button', { name: /^Revoke / }).click();
    await page.getByRole('row', { name: /Lina/ }).getByText('Revoked').waitFor();
    await assert.rejects(lina.sync());
  });

  it('lets one read without a connection, and sends what was asked for once it is back', async () => {
    await goTo(page, '/records/partner');
    await page.getByRole('link', { name: 'Barbers of Eastlock' }).click();
    await page.locator('[data-field="impact_note"]').waitFor();
    await mark();
    await server.stop();
    await page.getByText('No connection. You can read; sending starts again by itself.').waitFor();
    const row = page.locator('[data-field="impact_note"]');
    await row.getByRole('button').click();
    await row.getByRole('textbox').fill('Opened the door to the whole street.');
    await row.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 waiting').waitFor();
    await server.start();
    await page.getByText('No connection. You can read').waitFor({ state: 'detached', timeout: kOnceBackMs });
    await page.getByText('1 waiting').waitFor({ state: 'detached' });
    await row.getByRole('textbox').waitFor({ state: 'detached' });
    await row.getByText('Opened the door').waitFor();
    assert.ok(await isMarked());
    await teo.sync();
    assert.equal((await teo.list('partner'))[0].fields.impact_note, 'Opened the door to the whole street.');
  });

  it('keeps what somebody was writing when the sign-in runs out', async () => {
    const row = page.locator('[data-field="impact_note"]');
    await row.getByRole('button').click();
    await row.getByRole('textbox').fill('Two streets now.');
    await page.context().clearCookies();
    // News from a tablet may have told the page already; then the button lies behind the form, and a mouse cannot reach it.
    await row.locator('button[type=submit]').dispatchEvent('click');
    await page.getByText('Your sign-in has run out').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Noor');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Your sign-in has run out').waitFor({ state: 'detached' });
    assert.equal(await row.getByRole('textbox').inputValue(), 'Two streets now.');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByRole('textbox').waitFor({ state: 'detached' });
    await row.getByText('Two streets now.').waitFor();
  });

  it('signs out, and shows nothing afterwards', async () => {
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.deepEqual(troubles, []);
  });
});
