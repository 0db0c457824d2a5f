// What tablets bring waits to be read; a coordinator goes through it with the keys, and what is sent back reaches its author.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';

describe('the review inbox', () => {
  let house, server, browser, page, password, teo;

  before(async () => {
    house = await openHouse();
    server = house.server;
    await server.administer('programme', 'add', programme);
    password = await server.addUser('Ines', programme, 'coordinator');
    await server.start();
    teo = house.tablet();
    await teo.enrol(await server.invite('Teo', programme), 'Heron 1');
    browser = await openBrowser();
    ({ page } = await openPage(browser));
    await signIn(page, server.url, 'Ines', password);
  });

  after(async () => {
    await browser?.close();
    await house?.close();
  });

  const rows = () => page.getByRole('list', { name: 'To read' }).getByRole('listitem');
  const heading = (name) => page.getByRole('article').getByRole('heading', { name });
  const badge = () => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Review inbox/ });

  async function partner(name) {
    const [id] = await teo.put('partner', { fields: { name } });
    return id;
  }

  it('says that everything has been read, before anything came', async () => {
    await badge().click();
    await page.getByText('Everything has been read.').waitFor();
    assert.deepEqual(await breaches(page), []);
  });

  it('shows what a tablet brings at once, the latest first, and counts it in the navigation', async () => {
    for (const name of ['Mill Bakers', 'River Readers', 'Gate Gardeners']) await partner(name);
    await teo.put('feedback', { fields: { text: 'The ramp is steep.', channel: 'in_person' } });
    await teo.sync();
    await rows().nth(3).waitFor();
    assert.match(await rows().first().innerText(), /The ramp is steep[\s\S]*Feedback · Teo/);
    await heading(/The ramp is steep/).waitFor();
    await page.getByText('4 to read. The oldest came today.').waitFor();
    assert.match(await badge().innerText(), /4/);
    assert.deepEqual(await breaches(page), []);
  });

  it('is gone through with the keys', async () => {
    await page.keyboard.press('j');
    await heading(/Gate Gardeners/).waitFor();
    await page.keyboard.press('k');
    await heading(/The ramp is steep/).waitFor();
    await page.keyboard.press('a');
    await heading(/Gate Gardeners/).waitFor();
    await page.getByText('3 to read.').waitFor();
    assert.equal(await rows().count(), 3);
    await page.keyboard.press('u');
    await heading(/The ramp is steep/).waitFor();
    await page.getByText('You have read this one.').waitFor();
  });

  it('sends back with a reason, which its author reads', async () => {
    await goTo(page, '/inbox/partner');
    await rows().getByRole('link', { name: 'River Readers' }).click();
    await heading(/River Readers/).waitFor();
    await page.keyboard.press('i');
    const words = page.getByLabel('What should be looked at?');
    await words.pressSequentially('Is a jak the same as a library?');
    assert.match(page.url(), /inbox\/partner\/newest\//, 'keys that are typed do nothing else');
    await page.getByRole('button', { name: 'Maybe double' }).click();
    await words.press('Control+Enter');
    await rows().getByRole('link', { name: 'River Readers' }).waitFor({ state: 'detached' });
    await page.getByText('2 to read.').waitFor();
    await teo.sync();
    const reader = (await teo.list('partner')).find(({ fields }) => fields.name === 'River Readers');
    const told = await teo.get(reader.id);
    assert.match(JSON.stringify(told), /Maybe double: Is a jak the same as a library/);
  });

  it('comes again once the field changes it, and not when the office does', async () => {
    const reader = (await teo.list('partner')).find(({ fields }) => fields.name === 'River Readers');
    await goTo(page, `/record/${reader.id}`);
    await page.getByRole('button', { name: 'Change description' }).click();
    await page.getByLabel('Description').fill('A room above the library.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A room above the library.').first().waitFor();
    await goTo(page, '/inbox/partner');
    await page.getByText('2 to read.').waitFor();
    await teo.sync();
    await teo.put('partner', { id: reader.id, fields: { impact_note: 'Reads to forty children.' } });
    await teo.sync();
    await rows().getByRole('link', { name: 'River Readers' }).waitFor();
    await page.getByText('3 to read.').waitFor();
  });

  it('says of several at once that they look right', async () => {
    for (const name of ['Mill Bakers', 'Gate Gardeners']) await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    await page.getByRole('button', { name: '2 look right' }).click();
    await page.getByText('1 to read.').waitFor();
    assert.equal(await rows().count(), 1);
  });

  it('brings back what the office did not take, with the reason', async () => {
    await rows().getByRole('link', { name: 'River Readers' }).waitFor();
    await page.route('**/review', (route) => route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":{"code":"unavailable","message":"The office is busy. Try again."}}' }));
    await page.keyboard.press('a');
    await page.getByRole('main').getByRole('alert').waitFor();
    await rows().getByRole('link', { name: 'River Readers' }).waitFor();
    await page.unroute('**/review');
    await page.keyboard.press('a');
    await page.getByText('No partners to read.').waitFor();
  });

  it('keeps a half-written comment while the field goes on, and what arrives waits to be read', async () => {
    const reader = (await teo.list('partner')).find(({ fields }) => fields.name === 'River Readers');
    const change = async (words) => {
      await teo.put('partner', { id: reader.id, fields: { impact_note: words } });
      await teo.sync();
      await page.getByRole('article').getByText(words).waitFor();
    };
    await change('Reads to fifty children.');
    const words = page.getByLabel('What should be looked at?');
    await words.fill('Fifty, where');
    await change('Reads to sixty children.');
    assert.equal(await words.inputValue(), 'Fifty, where');
    await words.press('Control+Enter');
    await page.waitForFunction(() => document.querySelector('form textarea').value === '');
    await rows().getByRole('link', { name: 'River Readers' }).waitFor();
    await page.getByRole('button', { name: 'Looks right' }).click();
    await page.getByText('No partners to read.').waitFor();
  });

  it('hides what is sealed from who may not read it, in Spanish and dark too', async () => {
    await teo.put('feedback', { fields: { text: 'He locks the door.', channel: 'in_person', sensitive: true } });
    await teo.sync();
    const dark = await openPage(browser, { theme: 'dark', language: 'es' });
    await signIn(dark.page, server.url, 'Ines', password);
    await goTo(dark.page, '/inbox');
    await dark.page.getByText('Solo lo pueden abrir las personas encargadas de protección.').waitFor();
    assert.doesNotMatch(await dark.page.getByRole('main').innerText(), /door/);
    assert.deepEqual(await breaches(dark.page), []);
    await dark.context.close();
  });
});
