// Draws every screen of the console into PNG files, from the real server with its demonstration programme: in both themes,
// both languages and three widths. Usage: node tests/browser/screenshots.mjs --out DIR [--only WORD] [--width 1440]
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { goTo, looks, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openDemonstration } from './support/demonstration.mjs';
import { leave, open, scenes } from './support/scenes.mjs';

const kWidths = [1440, 1024, 390];
const kHeights = { 1440: 900, 1024: 768, 390: 844 };
const kSettleMs = 200;

// Writes DIR/console-PAGE-WIDTH-THEME-LANGUAGE.png.
class Sheet {
  constructor(out, only) {
    this.out = out;
    this.only = only;
    this.files = [];
  }

  wants(name) {
    return !this.only || name.includes(this.only);
  }

  async draw(page, name, { width, theme, language }) {
    const file = path.join(this.out, `console-${name}-${width}-${theme}-${language}.png`);
    // Fonts, and what a reader would wait for without noticing.
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(kSettleMs);
    await page.screenshot({ path: file, fullPage: width < 1024 });
    this.files.push(file);
  }
}

async function drawSignIn(browser, server, sheet, look) {
  const { page, context } = await openPage(browser, look);
  await page.goto(server.url);
  await page.locator('[name="username"]').waitFor();
  await sheet.draw(page, 'sign-in', look);
  await page.locator('form button[type="submit"]').click();
  await sheet.draw(page, 'sign-in-missing', look);
  await context.close();
}

async function drawPages(browser, demonstration, sheet, look, storageState) {
  const { page, context } = await openPage(browser, { ...look, storageState });
  await page.goto(demonstration.server.url);
  await page.locator('header [data-connection]').waitFor();
  for (const scene of scenes.filter(({ name }) => sheet.wants(name))) {
    await open(page, scene, demonstration.ids);
    await sheet.draw(page, scene.name, look);
    await leave(page, scene);
  }
  if (sheet.wants('offline')) {
    await goTo(page, '/records/partner');
    await page.locator('main table tbody tr').first().waitFor();
    await context.setOffline(true);
    await page.locator('[data-connection="offline"]').waitFor();
    await sheet.draw(page, 'offline', look);
  }
  await context.close();
}

// A programme on its first morning.
async function drawFirstMorning(browser, server, sheet, look, storageState) {
  const { page, context } = await openPage(browser, { ...look, storageState });
  await page.goto(server.url);
  for (const place of ['/', '/records/partner', '/conflicts', '/devices']) {
    await goTo(page, place);
    await page.locator('main p').first().waitFor();
    await sheet.draw(page, `first-morning${place === '/' ? '' : place.replaceAll('/', '-')}`, look);
  }
  await context.close();
}

// The cookie of somebody who signed in.
async function stateOf(browser, server, name, password) {
  const { page, context } = await openPage(browser);
  await signIn(page, server.url, name, password);
  const state = await context.storageState();
  await context.close();
  return state;
}

// Answers the files that were written.
export async function takeScreenshots(out, { only, widths = kWidths } = {}) {
  await mkdir(out, { recursive: true });
  const demonstration = await openDemonstration();
  const browser = await openBrowser();
  const sheet = new Sheet(out, only);
  try {
    const { server, passwords } = demonstration;
    const noor = await stateOf(browser, server, 'Noor', passwords.Noor);
    const dev = await stateOf(browser, server, 'Dev', passwords.Dev);
    for (const width of widths) {
      for (const { theme, language } of looks) {
        const look = { width, height: kHeights[width] ?? 900, theme, language };
        if (sheet.wants('sign-in')) await drawSignIn(browser, server, sheet, look);
        await drawPages(browser, demonstration, sheet, look, noor);
        if (sheet.wants('first-morning')) await drawFirstMorning(browser, server, sheet, look, dev);
      }
    }
  } finally {
    await browser.close();
    await demonstration.close();
  }
  return sheet.files;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' }, width: { type: 'string' } } });
  if (!values.out) {
    console.error('Usage: node tests/browser/screenshots.mjs --out DIR [--only WORD] [--width 1440]');
    process.exit(2);
  }
  const files = await takeScreenshots(values.out, { only: values.only, ...(values.width && { widths: [Number(values.width)] }) });
  console.log(`${files.length} screens of the console are in ${values.out}`);
}
