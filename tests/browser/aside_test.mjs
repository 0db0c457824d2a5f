// A tablet is shut out, and hands over what it had not sent; a coordinator reads it, and puts it away.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';

describe('what is kept aside', () => {
  let house, server, browser, page, password;

  before(async () => {
    house = await openHouse();
    server = house.server;
    await server.administer('programme', 'add', programme);
    password = await server.addUser('Ines', programme, 'coordinator');
    await server.start();
    browser = await openBrowser();
    ({ page } = await openPage(browser));
    await signIn(page, server.url, 'Ines', password);
  });

  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('says that nothing is, before anything is', async () => {
    await page.getByRole('link', { name: 'Kept aside' }).click();
    await page.getByText('Nothing is kept aside').waitFor();
    assert.deepEqual(await breaches(page), []);
  });

  it('shows what a shut-out tablet brought, in light and dark and in Spanish, and is put away', async () => {
    const uma = house.tablet();
    await uma.enrol(await server.invite('Uma', programme), 'Uma’s tablet');
    await uma.sync();
    await uma.put('partner', { fields: { name: 'Bakers of the Bend', description: 'At the mill, from four in the morning.' } });
    await uma.put('feedback', { fields: { text: 'He locks the door.', channel: 'in_person', sensitive: true } });
    await server.administer('user', 'remove', 'Uma', '--programme', programme);
    await uma.syncRefused();
    await goTo(page, '/');
    await goTo(page, '/aside');
    const items = page.getByRole('main').getByRole('listitem');
    await items.nth(1).waitFor();
    const [worry, baker] = [items.nth(0), items.nth(1)];
    assert.match(await baker.innerText(), /Partner[\s\S]*Uma[\s\S]*Bakers of the Bend[\s\S]*from four in the morning/);
    assert.match(await worry.innerText(), /Feedback[\s\S]*not for your role/);
    assert.doesNotMatch(await worry.innerText(), /door/);
    assert.equal(await worry.getByRole('button').count(), 0, 'who may not read it does not put it away');
    assert.deepEqual(await breaches(page), []);
    const dark = await openPage(browser, { theme: 'dark', language: 'es' });
    await signIn(dark.page, server.url, 'Ines', password);
    await goTo(dark.page, '/aside');
    await dark.page.getByRole('heading', { level: 1, name: 'Apartado' }).waitFor();
    await dark.page.getByText('Bakers of the Bend').waitFor();
    assert.match(await dark.page.getByRole('main').innerText(), /La coordinación retiró el acceso/);
    assert.deepEqual(await breaches(dark.page), []);
    await dark.context.close();
    await baker.getByRole('button', { name: 'Put away' }).click();
    await page.getByText('Put away: Partner').waitFor();
    await page.getByText('Bakers of the Bend').waitFor({ state: 'detached' });
    assert.equal(await items.count(), 1);
  });
});
