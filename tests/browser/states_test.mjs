// What a page says while it waits, when something fails, when there is nothing, and to whom it offers less.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { openDemonstration, programme } from './support/demonstration.mjs';

const kRow = 'main table tbody tr';

describe('a page', () => {
  let demonstration, browser, page, context, troubles;

  before(async () => {
    demonstration = await openDemonstration();
    browser = await openBrowser();
    ({ page, context, troubles } = await openPage(browser));
    await signIn(page, demonstration.server.url, 'Noor', demonstration.passwords.Noor);
  });

  after(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  const listOf = (type) => new RegExp(`/records\\?type=${type}`);

  it('tells on the overview what the pulse says, of how many, and what the numbers mean', async () => {
    await goTo(page, '/');
    const card = page.getByRole('region', { name: 'Pulse waves' }).first();
    const row = card.getByRole('row').filter({ hasText: 'Spring' });
    await row.getByRole('cell').nth(2).waitFor();
    const answers = await page.evaluate(async ([at, id]) => {
      const response = await fetch(`/api/programmes/${at}/records/${id}/answers`);
      return response.json();
    }, [programme, demonstration.ids.wave]);
    const said = (await row.getByRole('cell').allInnerTexts()).slice(1);
    const scores = [answers.score, answers.trusting, ...answers.groups.map(({ score }) => score)];
    assert.deepEqual(said, [String(answers.people), ...scores.map((score) => (score === null ? 'too few' : String(Math.round(score))))]);
    assert.ok(answers.people >= 100 && answers.score > 0, JSON.stringify(answers.people));
    await page.getByText('not a validated scale').waitFor();
    assert.deepEqual(await breaches(page), []);
  });

  it('helps in its own words, and gives the focus back', async () => {
    await goTo(page, '/devices');
    await page.getByRole('button', { name: 'Help' }).click();
    const help = page.getByRole('complementary', { name: 'Help' });
    await help.getByRole('heading', { name: 'Tablets' }).waitFor();
    assert.deepEqual(await breaches(page), []);
    await goTo(page, '/conflicts');
    await help.getByRole('heading', { name: 'Two versions' }).waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Help');
  });

  it('shows grey bars after 300 ms and words after a second, in the place of what will be there', async () => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(listOf('station'), async (route) => {
      await held;
      await route.continue();
    });
    await goTo(page, '/records/station');
    const loading = page.locator('main [role="status"]').filter({ has: page.locator('[class*="bar"]') });
    await loading.waitFor({ state: 'attached' });
    const delays = await loading.evaluate((one) =>
      one.getAnimations({ subtree: true }).map((animation) => animation.effect.getTiming().delay),
    );
    assert.deepEqual([...new Set(delays)], [300, 1000]);
    await page.getByText('Opening stations').waitFor();
    assert.deepEqual(await breaches(page), []);
    release();
    await page.locator(kRow).first().waitFor();
    await loading.waitFor({ state: 'detached' });
  });

  it('says what happened when the office fails, and asks again on demand', async () => {
    const error = { code: 'trouble', message: 'The office could not read its records. Nothing was changed.' };
    await page.route(listOf('area'), (route) =>
      route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ error }) }),
    );
    await goTo(page, '/records/area');
    await page.getByRole('alert').getByText(error.message).waitFor();
    assert.deepEqual(await breaches(page), []);
    await page.unroute(listOf('area'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator(kRow).first().waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('that was never opened waits for a connection, and then opens by itself', async () => {
    await context.setOffline(true);
    await page.getByText('No connection. You can read; sending starts again by itself.').waitFor();
    await goTo(page, '/records/quote');
    await page.getByText('It opens by itself once there is one.').waitFor();
    await context.setOffline(false);
    await page.locator(kRow).first().waitFor();
    await page.getByText('No connection. You can read').waitFor({ state: 'detached' });
  });

  it('of a record that is not there says so, and leads away', async () => {
    await goTo(page, '/record/00000000-0000-4000-8000-000000000000');
    await page.getByText('This is not here any more, or you may not read it.').waitFor();
    await page.getByRole('link', { name: 'Go to the overview' }).click();
    await page.getByRole('heading', { name: 'How the relationship is doing' }).waitFor();
  });

  it('tells how the relationship is doing, and how each figure is made', async () => {
    await goTo(page, '/');
    const cards = page.getByRole('list', { name: 'How the relationship is doing' });
    for (const name of ['Trust', 'Promises kept', 'Told back', 'Regular presence', 'Reach', 'Give and ask']) {
      await cards.getByRole('heading', { name, exact: true }).waitFor();
    }
    const areas = page.getByRole('region', { name: 'By neighbourhood' }).first();
    await areas.getByRole('row').filter({ hasText: 'Alder Flats' }).waitFor();
    const why = page.getByRole('button', { name: 'What “Promises kept” means' });
    const definition = page.getByText('A date moves only if the partner agreed before it passed.');
    await why.click();
    await definition.waitFor();
    assert.deepEqual(await breaches(page), []);
    await page.keyboard.press('Escape');
    await definition.waitFor({ state: 'detached' });
  });

  it('about three versions of a field shows the result beside them, without a way to scroll', async () => {
    await goTo(page, `/conflicts/${demonstration.ids.threefold}`);
    await page.locator('[data-field="place"] input[type="radio"]').nth(2).waitFor({ state: 'attached' });
    const hidden = await page.getByRole('table').evaluate((grid) => grid.scrollWidth - grid.clientWidth);
    assert.equal(hidden, 0);
    await page.getByRole('button', { name: 'Resolve and send to all' }).waitFor();
  });

  it('of a record lies in the list of its type, as the navigation has it', async () => {
    const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current="page"]');
    await goTo(page, `/record/${demonstration.ids.partner}`);
    await current.filter({ hasText: 'Partners' }).waitFor();
    // What has no place of its own in the navigation is among all records.
    await goTo(page, `/record/${demonstration.ids.wave}`);
    await current.filter({ hasText: 'All records' }).waitFor();
    assert.equal(await current.count(), 1);
  });

  it('offers no change to somebody who may only read', async () => {
    const password = await demonstration.server.addUser('Vera', programme, 'volunteer');
    const reader = await openPage(browser);
    await signIn(reader.page, demonstration.server.url, 'Vera', password);
    await goTo(reader.page, `/record/${demonstration.ids.partner}`);
    await reader.page.locator('[data-field="name"]').waitFor();
    assert.equal(await reader.page.locator('[data-field] button').count(), 0);
    assert.equal(await reader.page.getByRole('button', { name: 'Delete' }).count(), 0);
    await reader.page.getByRole('img', { name: 'Your role may read this, not change it.' }).first().waitFor();
    await goTo(reader.page, '/devices');
    await reader.page.getByText('Only coordinators and administrators see the tablets.').waitFor();
    assert.deepEqual(await breaches(reader.page), []);
    assert.deepEqual(reader.troubles, []);
    await reader.context.close();
  });

  it('comes back by itself after the office was away, at the same place', async () => {
    await goTo(page, `/record/${demonstration.ids.partner}`);
    await page.locator('[data-field="name"]').waitFor();
    await page.evaluate(() => (window.marked = true));
    await demonstration.server.stop();
    await page.locator('[data-connection="offline"]').waitFor();
    await demonstration.server.start();
    await page.locator('[data-connection="live"]').waitFor({ timeout: 45_000 });
    assert.ok(await page.evaluate(() => window.marked && location.hash.startsWith('#/record/')));
    assert.deepEqual(troubles, []);
  });
});
