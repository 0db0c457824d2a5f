// Two safeguarding officers in two browsers make their keys; a tablet seals to them; each reads it, and nobody else.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';
const passphrases = { Gail: 'ferry mitten opal lantern', Gus: 'quince harbour tin whistle', Gert: 'plum river seven spoons' };
const text = 'He waits for her at the gate every evening';
const summary = 'Followed home';
// A passphrase costs a browser a second or two to try.
const kOpensMs = 60_000;

describe('sealed feedback', () => {
  let house, server, browser, wil, keyFile, open;
  const officers = {};
  const captured = [];

  async function enter(name, role) {
    const password = await server.addUser(name, programme, role);
    const opened = await openPage(browser);
    await signIn(opened.page, server.url, name, password);
    return { ...opened, name, password };
  }

  const state = (page) => page.getByRole('status').filter({ has: page.getByRole('heading', { level: 2 }) });

  async function makeKey({ page, name }, act = 'Make a key') {
    await goTo(page, '/officer-keys');
    await page.getByLabel('Passphrase').first().fill(passphrases[name]);
    await page.getByLabel('Once more').fill(passphrases[name]);
    await page.getByRole('button', { name: act, exact: true }).click();
    await page.getByText('Your key is made').waitFor({ timeout: kOpensMs });
  }

  async function unlock({ page, name }, id, passphrase = passphrases[name]) {
    await goTo(page, `/record/${id}`);
    const card = page.getByRole('region', { name: 'Sealed words' });
    await card.getByLabel('Passphrase').fill(passphrase);
    await card.getByRole('button', { name: 'Open' }).click();
    return card;
  }

  const worry = { text, summary, channel: 'in_person', giver: 'participant', type: 'concern', status: 'new', sensitive: true };

  async function capture() {
    const [id] = await wil.put('feedback', { fields: worry });
    await wil.sync();
    captured.push(id);
    return id;
  }

  before(async () => {
    house = await openHouse();
    server = house.server;
    await server.administer('programme', 'add', programme);
    await server.start();
    browser = await openBrowser();
    for (const name of ['Gail', 'Gus']) officers[name] = await enter(name, 'safeguarding');
    wil = house.tablet();
    await wil.enrol(await server.invite('Wil', programme), 'Heron 1');
    [open] = await wil.put('feedback', { fields: worry });
    await wil.sync();
  });

  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is not sealed while one officer has a key, and the console says why', async () => {
    const { page } = officers.Gail;
    await page.getByText('Nothing is sealed yet').click();
    await page.getByText('is sealed once 2 officers have a key').waitFor();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByText('At least 12 signs.').waitFor();
    assert.deepEqual(await breaches(page), [], 'before a key');
    await makeKey(officers.Gail);
    await state(page).getByText('Nothing is sealed yet').waitFor();
    await makeKey(officers.Gus);
    await officers.Gus.page.getByText('Sealed to 2 safeguarding officers').waitFor();
    await page.getByText('Sealed to 2 safeguarding officers').waitFor();
    assert.deepEqual(await breaches(page), [], 'with two keys');
  });

  it('saves its owner a key file that the passphrase alone opens', async () => {
    const { page } = officers.Gus;
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the key file' }).click()]);
    keyFile = await download.path();
    const told = JSON.parse(await readFile(keyFile, 'utf8'));
    assert.deepEqual(Object.keys(told), ['rapport_officer_key', 'public_key', 'wrapped']);
    assert.equal(JSON.parse(told.wrapped).kdf, 'argon2id');
  });

  it('is read by both officers in their browsers, and the office never sees a word', async () => {
    await wil.sync();
    const id = await capture();
    for (const name of ['Gail', 'Gus']) {
      const { page } = officers[name];
      const asked = [];
      page.on('request', (request) => asked.push(request.postData() ?? ''));
      const answers = [];
      page.on('response', async (response) => answers.push(await response.text().catch(() => '')));
      await goTo(page, `/record/${id}`);
      await page.getByRole('heading', { level: 1, name: 'Sealed' }).waitFor();
      // She made her key on this page a moment ago: it is held for a while, until she locks it.
      await page.getByText(text).waitFor();
      assert.deepEqual(await breaches(page), [], `${name} reads`);
      await page.getByRole('button', { name: 'Lock again' }).click();
      assert.equal(await page.getByText(text).count(), 0);
      const card = await unlock(officers[name], id, 'not the passphrase at all');
      await card.getByText('opens none of your keys').waitFor({ timeout: kOpensMs });
      await unlock(officers[name], id);
      await card.getByText(text).waitFor({ timeout: kOpensMs });
      await card.getByText(summary).waitFor();
      assert.ok(asked.every((body) => !body.includes(passphrases[name])), 'the passphrase left the page');
      assert.ok(answers.length > 0 && answers.every((body) => !body.includes(text)), 'the office sent words in the open');
    }
    assert.deepEqual([...officers.Gail.troubles, ...officers.Gus.troubles], []);
  });

  it('is shown to nobody else', async () => {
    const id = await capture();
    const { page } = await enter('Cora', 'coordinator');
    await goTo(page, `/record/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor();
    await goTo(page, '/records/feedback');
    await page.getByText('appear here as soon as').waitFor();
  });

  it('that was saved before there were keys is captured again sealed, and the first one is erased', async () => {
    const { page } = officers.Gail;
    await goTo(page, `/record/${open}`);
    await page.getByText('These words are not sealed').waitFor();
    assert.deepEqual(await breaches(page), [], 'words in the open');
    await page.getByRole('button', { name: 'Seal these words' }).click();
    await page.getByText('Sealed, and the first one erased').waitFor();
    const card = page.getByRole('region', { name: 'Sealed words' });
    await card.getByText(summary).waitFor();
    captured.push(new URL(page.url()).hash.split('/').at(-1));
    assert.notEqual(captured.at(-1), open);
    await page.getByRole('region', { name: 'Details' }).getByText('Face to face').waitFor();
    await goTo(page, `/record/${open}`);
    await page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor();
    await wil.sync();
    const [kept] = (await wil.list('feedback')).filter(({ id }) => id === open);
    assert.equal(kept, undefined, 'gone from the tablet that wrote it');
    assert.deepEqual(officers.Gail.troubles, []);
  });

  it('is opened to a third officer by one who can read it', async () => {
    const id = await capture();
    officers.Gert = await enter('Gert', 'safeguarding');
    await makeKey(officers.Gert);
    await goTo(officers.Gert.page, `/record/${id}`);
    await officers.Gert.page.getByText('sealed to other officers').waitFor();
    // His keys are held since he opened the one before.
    await goTo(officers.Gus.page, `/record/${id}`);
    await officers.Gus.page.getByText(text).waitFor();
    await officers.Gus.page.getByRole('button', { name: 'Let Gert read it too' }).click();
    await officers.Gert.page.getByText(text).waitFor({ timeout: kOpensMs });
    assert.deepEqual(officers.Gert.troubles, []);
  });

  it('is opened to her as a whole, whatever was sealed before she had a key', async () => {
    const { page } = officers.Gus;
    await goTo(page, '/officer-keys');
    await page.getByRole('button', { name: 'Let Gert read everything' }).click();
    await page.getByText(`${captured.length - 1} records opened to them`).waitFor({ timeout: kOpensMs });
    assert.deepEqual(await breaches(page), [], 'the keys, opened');
    await goTo(officers.Gert.page, `/record/${captured[0]}`);
    await officers.Gert.page.getByText(text).waitFor();
    await page.getByRole('button', { name: 'Let Gert read everything' }).click();
    await page.getByText('0 records opened to them').waitFor();
    assert.deepEqual(officers.Gus.troubles, []);
  });

  it('comes back with its key file after its key was replaced', async () => {
    const { page } = officers.Gus;
    await makeKey(officers.Gus, 'Make a new key');
    await page.getByText('Not used any more').waitFor();
    await page.getByLabel('Bring a key file').setInputFiles({ name: 'poem.json', mimeType: 'application/json', buffer: Buffer.from('{"rapport":1}') });
    await page.getByText('This is no key file of Rapport.').waitFor();
    await page.getByLabel('Bring a key file').setInputFiles(keyFile);
    await page.getByText('The key is here again').waitFor();
  });
});
