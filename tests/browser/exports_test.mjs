// Exports: chosen on a page, made in the background, fetched once they are whole; of people only in groups of eleven.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { payloads } from './support/payloads.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';

describe('exports', () => {
  let house, server, browser, page, troubles, teo, passwords;

  before(async () => {
    house = await openHouse();
    server = house.server;
    await server.administer('programme', 'add', programme, '--title', 'Quillan County');
    passwords = { Ines: await server.addUser('Ines', programme, 'coordinator'), Will: await server.addUser('Will', programme, 'worker') };
    await server.start();
    teo = house.tablet();
    await teo.enrol(await server.invite('Teo', programme), 'Heron 1');
    const [area] = await teo.put('area', { fields: { name: 'Millrace' } });
    const person = (language) => ({ fields: { name: 'Ana Ruiz', phone: '555-0107', area, age_band: '18_29', language, consent: 'yes' } });
    await teo.put('sign_in', ...Array.from({ length: 12 }, () => person('es')), ...Array.from({ length: 4 }, () => person('en')));
    await teo.put('partner', { fields: { name: '=HYPERLINK("http://evil.example")', description: payloads.join(' ') } });
    await teo.sync();
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser));
    await signIn(page, server.url, 'Ines', passwords.Ines);
  });

  after(async () => {
    assert.deepEqual(troubles, []);
    await browser?.close();
    await house?.close();
  });

  const list = (on = page) => on.getByRole('main').getByRole('region', { name: 'Your exports' });
  const item = (words) => list().getByRole('listitem').filter({ hasText: words }).first();

  async function saved(name, within) {
    const [download] = await Promise.all([page.waitForEvent('download'), within.getByRole('link', { name: `Download ${name}` }).click()]);
    assert.equal(download.suggestedFilename(), name);
    return readFile(await download.path());
  }

  async function make(types, format) {
    await page.getByRole('button', { name: 'Choose none' }).click();
    for (const type of types) await page.locator(`[name="export-${type}"]`).check();
    await page.getByRole('button', { name: format, exact: true }).click();
    await page.getByRole('button', { name: /^Make the export/ }).click();
  }

  it('say what will be there, and ask what goes in', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Exports' }).click();
    await list().getByText('What you have made appears here').waitFor();
    await page.getByRole('button', { name: 'Make the export' }).click();
    await page.getByRole('alert').filter({ hasText: 'Choose what goes in.' }).waitFor();
    assert.deepEqual(await breaches(page), []);
  });

  it('take of people no names, and no group of fewer than eleven', async () => {
    await make(['sign_in'], 'CSV');
    const made = item('CSV, 1 table');
    await made.getByText('Ready').waitFor();
    await made.getByText('4 rows left out').waitFor();
    const csv = (await saved('sign_in.csv', made)).toString();
    assert.equal(csv.trim().split('\r\n').length, 13, 'a head and twelve');
    assert.doesNotMatch(csv, /Ana|555-0107|,en/);
    assert.deepEqual(await breaches(page), []);
  });

  it('have a manifest whose sums fit the files, and no formula in a cell', async () => {
    await make(['partner', 'area'], 'CSV');
    const made = item('CSV, 2 tables');
    await made.getByText('Ready').waitFor();
    const manifest = JSON.parse((await saved('manifest.json', made)).toString());
    assert.equal(manifest.made_by, 'Ines');
    assert.deepEqual(manifest.tables.map(({ type, rows }) => [type, rows]).sort(), [['area', 1], ['partner', 1]]);
    const csv = await saved('partner.csv', made);
    assert.equal(createHash('sha256').update(csv).digest('hex'), manifest.files.find(({ name }) => name === 'partner.csv').sha256);
    assert.match(csv.toString(), /'=HYPERLINK/);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
  });

  it('come as a spreadsheet too', async () => {
    await make(['partner', 'area'], 'Spreadsheet');
    const made = item('Spreadsheet, 2 tables');
    await made.getByText('Ready').waitFor();
    const book = await saved(`${programme}.xlsx`, made);
    assert.equal(book.subarray(0, 2).toString(), 'PK');
    assert.match(book.toString('utf8'), /<sheet name="partner"/);
    assert.match(book.toString('utf8'), /&apos;=HYPERLINK|'=HYPERLINK/);
  });

  it('are written down for everybody who oversees them', async () => {
    await page.getByRole('link', { name: 'Past exports' }).click();
    await page.getByRole('heading', { level: 1, name: 'Exports' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'sign_in' }).getByText('Ines').first().waitFor();
    await goTo(page, '/exports');
  });

  it('are not there for who may not make them', async () => {
    const other = await openPage(browser);
    await signIn(other.page, server.url, 'Will', passwords.Will);
    assert.equal(await other.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Exports' }).count(), 0);
    await other.context.close();
  });

  it('speak Spanish, in the dark as well', async () => {
    const other = await openPage(browser, { language: 'es', theme: 'dark' });
    await signIn(other.page, server.url, 'Ines', passwords.Ines);
    await goTo(other.page, '/exports');
    await other.page.getByText('Se omiten 4 filas').waitFor();
    await other.page.getByText('Lista').first().waitFor();
    assert.deepEqual(await breaches(other.page), []);
    await other.context.close();
  });
});
