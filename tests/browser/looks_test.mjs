// Every page of the console in both themes and both languages, and on a narrow screen: nothing that keeps somebody out
// (WCAG 2.2 AA, as far as axe-core finds it), nothing that the content policy had to stop, nothing wider than the window.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { firstLoadBytes, mostBytes } from '../../server/console/tools/first_load.mjs';
import { breaches } from './support/accessibility.mjs';
import { looks, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openDemonstration } from './support/demonstration.mjs';
import { leave, open, scenes } from './support/scenes.mjs';

const kNarrow = { width: 390, height: 844, theme: 'light', language: 'es' };
const kRail = { width: 1024, height: 768, theme: 'dark', language: 'en' };

// Two at a time: a browser waits for its server half of the time.
describe('every page', { concurrency: 2 }, () => {
  let demonstration, browser, storageState;

  before(async () => {
    demonstration = await openDemonstration();
    browser = await openBrowser();
    const { page, context } = await openPage(browser);
    await signIn(page, demonstration.server.url, 'Noor', demonstration.passwords.Noor);
    storageState = await context.storageState();
    await context.close();
  });

  after(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  const widerThanTheWindow = (page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  // Opens each page in turn, and hands it over.
  async function walk(look, inspect) {
    const { page, troubles, context } = await openPage(browser, { ...look, storageState });
    await page.goto(demonstration.server.url);
    await page.locator('header [data-connection]').waitFor();
    for (const scene of scenes) {
      await open(page, scene, demonstration.ids);
      await inspect(page, scene.name);
      assert.deepEqual(troubles, [], scene.name);
      await leave(page, scene);
    }
    await context.close();
  }

  for (const look of looks) {
    it(`can be used by everybody, ${look.theme} and in ${look.language}`, () =>
      walk(look, async (page, name) => {
        assert.deepEqual(await breaches(page), [], name);
        const { lang, theme } = await page.evaluate(() => ({
          lang: document.documentElement.lang,
          theme: getComputedStyle(document.documentElement).colorScheme,
        }));
        assert.deepEqual({ lang, theme }, { lang: look.language, theme: look.theme }, name);
      }));
  }

  for (const look of [kNarrow, kRail]) {
    it(`fits into ${look.width} pixels`, () =>
      walk(look, async (page, name) => {
        assert.equal(await widerThanTheWindow(page), 0, name);
        if (look === kNarrow) assert.deepEqual(await breaches(page), [], name);
      }));
  }

  it('keeps strangers out in both themes', async () => {
    for (const look of looks) {
      const { page, troubles, context } = await openPage(browser, look);
      await page.goto(demonstration.server.url);
      await page.locator('form button[type="submit"]').click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
      assert.deepEqual(await breaches(page), []);
      assert.deepEqual(troubles, []);
      await context.close();
    }
  });

  it('would tell if the policy stopped anything', async () => {
    const { page, troubles, context } = await openPage(browser);
    await page.goto(demonstration.server.url);
    await page.evaluate(() => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }));
    });
    await page.waitForFunction(() => document.querySelector('h1') !== null);
    await assert.doesNotReject(page.evaluate(() => document.readyState));
    assert.ok(troubles.some((told) => told.startsWith('style-src')), troubles.join());
    await context.close();
  });

  it('is there before too much was fetched', async () => {
    const dist = new URL('../../server/console/dist', import.meta.url).pathname;
    assert.match(await readFile(`${dist}/index.html`, 'utf8'), /__CSP_NONCE__/);
    assert.ok(firstLoadBytes(dist) <= mostBytes, `${firstLoadBytes(dist)} bytes`);
  });
});
