// Draws every screen of the console into PNG files, from the real server with its demonstration programme.
// Usage: node tests/browser/screenshots.mjs --out DIR
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';
const kSettleMs = 400;
const kMinuteMs = 60_000;

// Two tablets change one event apart, so that there is a conflict to show.
async function disagree(house) {
  const [marisol, teo] = [house.tablet(), house.tablet()];
  await marisol.enrol(await house.server.invite('Marisol', programme), 'Heron 1');
  await teo.enrol(await house.server.invite('Teo', programme), 'Heron 2');
  await marisol.sync();
  await teo.sync();
  const events = await marisol.list('event');
  const event = events.find((one) => one.fields.title === 'Flu shot table') ?? events[0];
  const start = Date.parse(event.fields.start);
  const before = (minutes) => new Date(start - minutes * kMinuteMs).toISOString();
  const notes = event.fields.notes ?? '';
  await teo.put('event', {
    id: event.id,
    fields: { start: before(60), place: 'Front of the shop', notes: `${notes} The owner’s son speaks Arabic.`.trim() },
  });
  await marisol.put('event', {
    id: event.id,
    fields: { start: before(30), place: 'Back room', notes: `${notes} Bring the small cooler.`.trim() },
  });
  await teo.sync();
  await marisol.sync();
  return event.id;
}

async function drawSignedOut(page, server, draw) {
  await page.goto(server.url);
  await page.getByLabel('Name').waitFor();
  await draw('01-sign-in');
  await page.getByLabel('Name').fill('Noor');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('do not belong together').waitFor();
  await draw('02-sign-in-wrong');
}

async function drawRecords(page, draw) {
  for (const type of ['event', 'partner', 'feedback', 'quote', 'commitment', 'tally_cell']) {
    await goTo(page, `/records/${type}`);
    await page.getByRole('row').nth(1).waitFor();
    await draw(`04-records-${type}`);
  }
  await goTo(page, '/records/partner/no%2520such%2520partner');
  await page.getByText('Nothing here contains').waitFor();
  await draw('05-records-nothing');
  await goTo(page, '/search/clinic');
  await page.getByRole('heading', { name: /Search for/ }).waitFor();
  await draw('06-search');
  await goTo(page, '/records/partner');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Receipt' }).waitFor();
  await draw('07-record');
  await page.locator('[data-field="culture_note"]').getByRole('button').click();
  await draw('08-record-edit');
}

async function drawConflict(page, draw, event) {
  await goTo(page, `/record/${event}`);
  await page.getByText('Until somebody picks').waitFor();
  await draw('09-record-two-versions');
  await goTo(page, '/conflicts');
  await page.getByRole('table').waitFor();
  await draw('10-conflicts');
  await goTo(page, `/conflicts/${event}`);
  await page.getByRole('radio').first().waitFor();
  await draw('11-conflict');
  await page.getByRole('radio', { name: /Start.*Teo/ }).check({ force: true });
  await page.getByRole('radio', { name: /Place.*Marisol/ }).check({ force: true });
  await page.locator('[data-field="notes"]').getByRole('button', { name: 'Both, merged' }).click();
  await draw('12-conflict-answered');
}

async function drawDevices(page, draw) {
  await goTo(page, '/devices');
  await page.getByRole('row', { name: /Marisol/ }).waitFor();
  await draw('13-devices');
  await page.getByLabel('Name of the person').fill('Lina');
  await page.getByRole('button', { name: 'Make a code' }).click();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  await page.getByRole('row', { name: /Teo/ }).getByRole('button').click();
  await page.getByRole('menuitem', { name: /Revoke/ }).click();
  await draw('14-devices-enrol-revoke');
}

async function drawNarrow(page, draw, event) {
  await page.setViewportSize({ width: 1024, height: 768 });
  await goTo(page, '/');
  await page.getByRole('heading', { name: 'Look twice' }).waitFor();
  await draw('15-overview-1024');
  await goTo(page, `/conflicts/${event}`);
  await page.getByRole('radio').first().waitFor();
  await draw('16-conflict-1024');
  await page.setViewportSize({ width: 1440, height: 900 });
}

// A programme on its first morning.
async function drawEmpty(browser, server, password, draw) {
  const { page } = await openPage(browser);
  await signIn(page, server.url, 'Dev', password);
  await page.getByText('No tablet yet').waitFor();
  await draw('17-first-morning', page);
  for (const place of ['/records/partner', '/conflicts', '/devices']) {
    await goTo(page, place);
    await page.getByText(/appear here|Every record has one version/).first().waitFor();
    await draw(`18-first-morning${place.replaceAll('/', '-')}`, page);
  }
  await page.close();
}

async function drawTooManyTries(browser, server, draw) {
  const { page } = await openPage(browser);
  await page.goto(server.url);
  await page.getByLabel('Name').fill('Dev');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  while (!(await page.getByText('Too many').isVisible())) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/sign-in'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answered;
    await page.waitForTimeout(kSettleMs);
  }
  await draw('19-too-many-tries', page);
  await page.close();
}

async function drawOffline(page, server, draw) {
  await goTo(page, '/');
  await page.getByRole('heading', { name: 'Look twice' }).waitFor();
  await server.stop();
  await page.getByText('No connection. You can read').waitFor();
  await draw('20-offline');
}

// Answers the files that were written.
export async function takeScreenshots(out) {
  await mkdir(out, { recursive: true });
  const house = await openHouse();
  const browser = await openBrowser();
  const files = [];
  try {
    const { server } = house;
    await server.administer('programme', 'add', programme, '--title', 'Quillan County', '--demo');
    const password = await server.addUser('Noor', programme, 'coordinator');
    await server.administer('programme', 'add', 'heron', '--title', 'Heron Point');
    const passwordOfDev = await server.addUser('Dev', 'heron', 'coordinator');
    await server.start();
    const event = await disagree(house);
    const { page } = await openPage(browser);
    const draw = async (name, sheet = page) => {
      const file = path.join(out, `console-${name}.png`);
      // Fonts, and what a reader would wait for without noticing.
      await sheet.evaluate(() => document.fonts.ready);
      await sheet.waitForTimeout(kSettleMs);
      await sheet.screenshot({ path: file });
      files.push(file);
    };
    await drawSignedOut(page, server, draw);
    await signIn(page, server.url, 'Noor', password);
    await page.getByRole('heading', { name: 'Arrived lately' }).waitFor();
    await draw('03-overview');
    await drawRecords(page, draw);
    await drawConflict(page, draw, event);
    await drawDevices(page, draw);
    await drawNarrow(page, draw, event);
    await drawEmpty(browser, server, passwordOfDev, draw);
    await drawTooManyTries(browser, server, draw);
    await drawOffline(page, server, draw);
  } finally {
    await browser.close();
    await house.close();
  }
  return files;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) {
    console.error('Usage: node tests/browser/screenshots.mjs --out DIR');
    process.exit(2);
  }
  const files = await takeScreenshots(values.out);
  console.log(`${files.length} screens of the console are in ${values.out}`);
}
