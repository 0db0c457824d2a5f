// The console without a mouse, its choices of language and look, and a page that stays open while the world moves.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openDemonstration } from './support/demonstration.mjs';

const kSteps = 60;

describe('console, by keyboard', () => {
  let demonstration, browser, page, troubles, context;

  before(async () => {
    demonstration = await openDemonstration();
    browser = await openBrowser();
    ({ page, troubles, context } = await openPage(browser));
  });

  after(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  // Tabs on until the focus is there; what has it can be seen, and shows that it has it.
  async function tabTo(selector) {
    for (let step = 0; step < kSteps; step += 1) {
      await press('Tab');
      const { there, seen, ring } = await page.evaluate((wanted) => {
        const at = document.activeElement;
        const box = at.getBoundingClientRect();
        const own = [at, at.closest('label'), at.parentElement].some((one) => one && hasRing(one));
        function hasRing(element) {
          return ['', '::after'].some((part) => parseFloat(getComputedStyle(element, part || null).outlineWidth) >= 2);
        }
        return { there: at.matches(wanted), seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight, ring: own };
      }, selector);
      assert.ok(seen, `the focus left the window on the way to ${selector}, at ${await focused()}`);
      assert.ok(ring, `nothing shows the focus on the way to ${selector}, at ${await focused()}`);
      if (there) return;
    }
    assert.fail(`${selector} was not reached`);
  }

  it('signs in', async () => {
    await page.goto(demonstration.server.url);
    await page.locator('[name="username"]:focus').waitFor();
    await page.keyboard.type('Noor');
    await tabTo('[name="password"]');
    await page.keyboard.type(demonstration.passwords.Noor);
    await press('Enter');
    await page.getByRole('heading', { name: 'How the relationship is doing' }).waitFor();
  });

  it('skips to the content, opens a record, changes it and comes back', async () => {
    await tabTo('nav a[href="#/partners"]');
    await press('Enter');
    await page.getByRole('heading', { name: 'Partners' }).waitFor();
    await tabTo('main tbody a');
    const name = await focused();
    await press('Enter');
    await page.getByRole('region', { name: 'At a glance' }).waitFor();
    assert.equal(await focused(), name, 'whoever arrives hears where');
    await tabTo('main a[href^="#/record/"]');
    await press('Enter');
    await page.locator('[data-field="description"]').waitFor();
    assert.equal(await focused(), name, 'and so once more');
    await tabTo('[data-field="description"] button');
    await press('Enter');
    await page.locator('[data-field="description"] textarea:focus').waitFor();
    await press('Control+a');
    await page.keyboard.type('Without a mouse.');
    await press('Control+Enter');
    await page.locator('[data-field="description"]').getByText('Without a mouse.').waitFor();
    await page.locator('[data-field="description"] button:focus').waitFor();
  });

  it('puts an edit away with Escape, and keeps what was there', async () => {
    await press('Enter');
    await page.keyboard.type('Never sent.');
    await press('Escape');
    await page.locator('[data-field="description"]').getByText('Without a mouse.').waitFor();
    await page.locator('[data-field="description"] button:focus').waitFor();
  });

  it('searches from anywhere with a slash, and filters by type', async () => {
    await press('/');
    await page.keyboard.type('clinic');
    await page.getByRole('heading', { name: 'Search for “clinic”' }).waitFor();
    await page.locator('main li a').nth(1).waitFor();
    const all = await page.locator('main li a').count();
    await tabTo('main input[aria-haspopup="listbox"]');
    await page.keyboard.type('feedb');
    await page.getByRole('option', { name: 'Feedback' }).waitFor();
    await press('ArrowDown', 'Enter');
    await page.waitForURL(/clinic\/feedback/);
    await page.waitForFunction((count) => document.querySelectorAll('main li a').length < count, all);
  });

  it('opens and folds the types that are not everyday', async () => {
    await goTo(page, '/records/partner');
    await tabTo('main nav button[aria-expanded="false"]');
    await press('Enter');
    await page.getByRole('heading', { name: 'Types of records' }).waitFor();
    await tabTo('main a[href="#/records/station"]');
    await press('Enter');
    await page.getByRole('heading', { name: 'Stations', level: 1 }).waitFor();
  });

  it('answers a conflict', async () => {
    await goTo(page, `/conflicts/${demonstration.ids.event}`);
    await page.locator('[data-field="start"]').waitFor();
    await tabTo('[data-field="start"] input[type="radio"]');
    await press('Space');
    await tabTo('[data-field="place"] input[type="radio"]');
    await press('ArrowRight');
    await page.getByText('2 of 3 picked').waitFor();
  });

  async function choose(item, where = 'nav') {
    const opener = page.locator(`${where} button[aria-haspopup="menu"]`);
    await opener.focus();
    await press('Enter');
    await page.locator('[role="menu"] :focus').waitFor();
    for (let step = 0; step < 10 && (await focused()) !== item; step += 1) await press('ArrowDown');
    await press('Enter');
    await page.locator('[role="menuitemradio"][aria-checked="true"]', { hasText: item }).waitFor();
    await press('Escape');
    await page.locator('[role="menu"]').waitFor({ state: 'detached' });
    await page.locator(`${where} button[aria-haspopup="menu"]:focus`).waitFor();
  }

  const look = () =>
    page.evaluate(() => ({
      lang: document.documentElement.lang,
      scheme: getComputedStyle(document.documentElement).colorScheme,
      page: getComputedStyle(document.body).backgroundColor,
    }));

  it('speaks the language and has the theme that were chosen, also when it is opened anew', async () => {
    await goTo(page, '/records/event');
    await page.locator('main tbody tr').first().waitFor();
    const before = await look();
    await choose('Español', 'header');
    await page.getByRole('heading', { name: 'Eventos' }).waitFor();
    await page.getByRole('columnheader', { name: 'Comienzo' }).waitFor();
    await choose('Oscura');
    const dark = await look();
    assert.deepEqual([dark.lang, dark.scheme], ['es', 'dark']);
    assert.notEqual(dark.page, before.page);
    await page.reload();
    await page.getByRole('heading', { name: 'Eventos' }).waitFor();
    assert.deepEqual(await look(), dark);
    await choose('Como esta computadora');
    await choose('English', 'header');
    assert.deepEqual(await look(), before);
    // Nothing is chosen now: it follows the system.
    for (const colorScheme of ['dark', 'light']) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((wanted) => getComputedStyle(document.documentElement).colorScheme === wanted, colorScheme);
    }
  });

  it('comes back to the same address after the sign-in ended', async () => {
    await goTo(page, '/devices');
    await page.locator('main tbody tr').first().waitFor();
    await context.clearCookies();
    await page.reload();
    await page.locator('[name="username"]').waitFor();
    await page.keyboard.type('Noor');
    await press('Tab');
    await page.keyboard.type(demonstration.passwords.Noor);
    await press('Enter');
    await page.getByRole('heading', { name: 'Devices' }).waitFor();
    assert.deepEqual(troubles, []);
  });
});
