// Partners: a directory that says what is due, one page for each, its stewards handed over, and a dossier on paper.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { payloads } from './support/payloads.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';
const kDayMs = 86_400_000;
const day = (ago) => new Date(Date.now() - ago * kDayMs).toISOString().slice(0, 10);

describe('partners', () => {
  let house, server, browser, page, troubles, teo, passwords, circle;

  before(async () => {
    house = await openHouse();
    server = house.server;
    await server.administer('programme', 'add', programme, '--title', 'Quillan County');
    passwords = {
      Ines: await server.addUser('Ines', programme, 'coordinator'),
      Rosa: await server.addUser('Rosa', programme, 'coordinator'),
      Ada: await server.addUser('Ada', programme, 'admin'),
      Vera: await server.addUser('Vera', programme, 'volunteer'),
    };
    await server.start();
    teo = house.tablet();
    await teo.enrol(await server.invite('Teo', programme), 'Heron 1');
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser));
    await signIn(page, server.url, 'Ines', passwords.Ines);
  });

  after(async () => {
    assert.deepEqual(troubles, []);
    await browser?.close();
    await house?.close();
  });

  const row = (name, on = page) => on.getByRole('row').filter({ hasText: name });
  const names = () => page.locator('main tbody a').allInnerTexts();
  const card = (name, on = page) => on.getByRole('main').getByRole('region', { name, exact: true });
  const toast = (words) => page.getByRole('alert').filter({ hasText: words }).last();

  async function add(type, ...entries) {
    const ids = await teo.put(type, ...entries.map((fields) => ({ fields })));
    await teo.sync();
    return ids;
  }

  async function choose(select, option) {
    await page.getByRole('combobox', { name: select }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  }

  it('say what will be there, before there is any', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Partners' }).click();
    await page.getByText('None yet. Partners that a tablet or you write down appear here.').waitFor();
    assert.deepEqual(await breaches(page), []);
  });

  it('appear as tablets bring them, with what is due', async () => {
    await add('area', { name: 'Los Sauces' });
    const since = { status: 'active', cadence_days: 28, partner_since: '2024-01-01' };
    [circle] = await add(
      'partner',
      { name: 'Circle', ...since, areas: ['Los Sauces'], culture_note: 'Greet the elders first.' },
      { name: 'Barbers', ...since },
      { name: 'Álamo', status: 'dormant' },
    );
    const visit = (partner, ago) => ({ type: 'check_in', title: 'Visit', start: `${day(ago)}T10:00:00-06:00`, planned: true, status: 'held', partner });
    const [, barbers] = (await teo.list('partner')).map(({ id }) => id);
    await add('event', visit(circle, 30), ...(barbers === circle ? [] : [visit(barbers, 200)]));
    await add('commitment', { partner: circle, text: 'Bring chairs', owed_by: 'us', owed_to: 'Circle', original_due: day(9), status: 'open' });
    await row('Circle').getByText('Visit due').waitFor();
    await row('Circle').getByText('1 late').waitFor();
    await row('Circle').getByText('nobody').waitFor();
    await page.getByText('3 partners').waitFor();
    assert.deepEqual(await names(), ['Álamo', 'Barbers', 'Circle']);
    assert.deepEqual(await breaches(page), []);
  });

  it('are sorted by any column, both ways, and keep to it in the address', async () => {
    const head = (name) => page.getByRole('columnheader', { name });
    await head('Partner').getByRole('link').click();
    await page.waitForFunction(() => document.querySelector('main tbody a')?.textContent === 'Circle');
    assert.equal(await head('Partner').getAttribute('aria-sort'), 'descending');
    await head('Promises').getByRole('link').click();
    await head('Promises').getByRole('link').click();
    await page.waitForFunction(() => document.querySelector('th[aria-sort="descending"]')?.textContent.includes('Promises'));
    await page.waitForFunction(() => document.querySelector('main tbody a')?.textContent === 'Circle');
    await page.reload();
    await row('Circle').waitFor();
    assert.equal((await names())[0], 'Circle');
  });

  it('are found by words, area, status and by what is to be done', async () => {
    await goTo(page, '/partners');
    await page.getByRole('searchbox', { name: 'Search partners' }).fill('alamo');
    await row('Circle').waitFor({ state: 'detached' });
    assert.deepEqual(await names(), ['Álamo']);
    await page.getByRole('searchbox', { name: 'Search partners' }).fill('no such');
    await page.getByText('No partner fits this.').waitFor();
    await page.getByRole('link', { name: 'Show all' }).click();
    await row('Circle').waitFor();
    await choose('Status', 'Dormant');
    await row('Circle').waitFor({ state: 'detached' });
    await goTo(page, '/partners');
    await choose('Area', 'Los Sauces');
    await row('Barbers').waitFor({ state: 'detached' });
    await goTo(page, '/partners');
    await page.getByRole('navigation', { name: 'What is to be done' }).getByRole('link', { name: /^Promise late/ }).click();
    await row('Barbers').waitFor({ state: 'detached' });
    assert.deepEqual(await names(), ['Circle']);
  });

  it('have a page each, which begins with how they do things', async () => {
    await row('Circle').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Circle' }).waitFor();
    await card('How we do things').getByText('Greet the elders first.').waitFor();
    await card('Promises, last 12 months').getByText('overdue 1').waitFor();
    await card('Promises, last 12 months').getByRole('img', { name: /overdue 1/ }).waitFor();
    await card('Promises, last 12 months').getByRole('button', { name: 'Table' }).click();
    await card('Promises, last 12 months').getByRole('cell', { name: 'Bring chairs' }).waitFor();
    await card('Steward').getByText('We have no steward here.').waitFor();
    const current = await page.getByRole('navigation', { name: 'Main' }).locator('[aria-current="page"]').innerText();
    assert.match(current, /Partners/);
    assert.deepEqual(await breaches(page), []);
  });

  it('have a steward named, with what is missing said first', async () => {
    await card('Steward').getByRole('button', { name: 'Name a steward' }).click();
    const form = card('Steward').getByRole('form', { name: 'Name a steward' });
    await form.getByRole('button', { name: 'Name the steward' }).click();
    await form.getByText('Say who takes over.').waitFor();
    assert.equal(await form.getByLabel('Who takes over?').evaluate((box) => box === document.activeElement), true);
    await form.getByLabel('Who takes over?').fill('Marisol');
    await form.getByLabel('From which day?').fill(day(100));
    await form.getByRole('button', { name: 'Name the steward' }).click();
    await toast('Named.').waitFor();
    await card('Steward').getByText('Marisol').first().waitFor();
    await card('Steward').getByText('They have named no steward.').waitFor();
  });

  it('are handed over with a note and steps, and warned of before it is a surprise', async () => {
    await card('Steward').getByRole('button', { name: 'Hand over' }).click();
    const form = card('Steward').getByRole('form', { name: 'Hand over' });
    await form.getByText('A change of steward costs trust.').waitFor();
    await form.getByLabel('Who takes over?').fill('marisol');
    await form.getByLabel('From which day?').fill(day(100));
    await form.getByRole('button', { name: 'Hand over' }).click();
    await form.getByText('This is the steward already.').waitFor();
    await form.getByText('This is before the present steward began.').waitFor();
    assert.deepEqual(await breaches(page), []);
    await form.getByLabel('Who takes over?').fill('Dev');
    await form.getByLabel('From which day?').fill(day(1));
    await form.getByLabel('Introduce the new steward in person').check();
    await form.getByRole('button', { name: 'Hand over' }).click();
    await toast('Handed over.').waitFor();
    await card('Steward').getByText('They were not told that Marisol goes.').waitFor();
    await card('Steward').getByText('Marisol left no handover note.').waitFor();
    await card('Steward').getByText('1 of 5 steps').waitFor();
    await teo.sync();
    const held = (await teo.list('steward_assignment')).map(({ fields }) => fields);
    const [marisol, dev] = ['Marisol', 'Dev'].map((name) => held.find(({ person }) => person === name));
    assert.equal(marisol.to, day(2));
    assert.equal(dev.from, day(1));
    assert.equal(marisol.checklist.filter(({ done }) => done).length, 1);
  });

  it('tick off what is left of a handover, and say when they were told', async () => {
    await card('Steward').getByRole('checkbox', { name: 'Go through open promises together' }).check();
    await card('Steward').getByText('2 of 5 steps').waitFor();
    await card('Steward').getByRole('button', { name: 'They were told now' }).click();
    await card('Steward').getByText('They were not told that Marisol goes.').waitFor({ state: 'detached' });
  });

  it('lose nobody’s hand over where two make one at once', async () => {
    const other = await openPage(browser);
    await signIn(other.page, server.url, 'Rosa', passwords.Rosa);
    await goTo(other.page, `/partner/${circle}`);
    await card('Steward', other.page).getByRole('button', { name: 'Hand over' }).click();
    await card('Steward', other.page).getByLabel('Who takes over?').fill('Ruth');
    await card('Steward').getByRole('button', { name: 'Hand over' }).click();
    const form = card('Steward').getByRole('form', { name: 'Hand over' });
    await form.getByLabel('Who takes over?').fill('Lupe');
    await form.getByLabel('What must they know?').fill('Ask for the keys.');
    await form.getByRole('button', { name: 'Hand over' }).click();
    await toast('Handed over.').waitFor();
    await card('Steward', other.page).getByText('Somebody changed the steward while you were writing.').waitFor();
    assert.equal(await card('Steward', other.page).getByRole('form').getByRole('button', { name: 'Hand over' }).isDisabled(), true);
    assert.equal(await card('Steward', other.page).getByLabel('Who takes over?').inputValue(), 'Ruth', 'what was typed stays');
    await other.context.close();
    await teo.sync();
    const people = (await teo.list('steward_assignment')).map(({ fields }) => fields.person).sort();
    assert.deepEqual(people, ['Dev', 'Lupe', 'Marisol']);
  });

  it('keep two notes that were written apart, for a person to choose', async () => {
    const dev = (await teo.list('steward_assignment')).find(({ fields }) => fields.person === 'Dev');
    assert.equal(dev.fields.handover_note, 'Ask for the keys.');
    await teo.put('steward_assignment', { id: dev.id, fields: { handover_note: 'The keys are with Mrs. Odell.' } });
    const seen = await page.evaluate(async ([at, id]) => (await fetch(`/api/programmes/${at}/records/${id}`)).json(), [programme, dev.id]);
    await goTo(page, `/record/${dev.id}`);
    await page.locator('[data-field="handover_note"] button').first().click();
    await page.locator('[data-field="handover_note"] textarea').fill('Ask Lupe for the keys.');
    await page.locator('[data-field="handover_note"]').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Ask Lupe for the keys.').first().waitFor();
    await teo.sync();
    await page.locator('main a[href^="#/conflicts/"]').first().waitFor();
    assert.ok(seen.number);
    await goTo(page, `/partner/${circle}`);
  });

  it('are printed on two sheets of paper, with nothing else', async () => {
    await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    assert.equal(await page.evaluate(() => window.printed), 1);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 2);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#root').isVisible(), false);
    await page.getByRole('article', { name: 'Partner dossier' }).getByText('Greet the elders first.').waitFor();
    await page.emulateMedia({ media: 'screen' });
  });

  it('have a copy of their own, which is seen before it leaves and has no contact in it', async () => {
    await add('contact', { partner: circle, name: 'Efraín Sato', phone: '555-0111', consent_to_contact: 'yes' });
    await card('Contacts').getByText('555-0111').waitFor();
    await page.getByRole('link', { name: 'Share their copy' }).click();
    const sheet = page.getByRole('main').getByRole('article');
    await sheet.getByText('Bring chairs').first().waitFor();
    assert.doesNotMatch(await page.content(), /Efraín Sato|555-0111|Greet the elders|Ask Lupe/);
    assert.deepEqual(await breaches(page), []);
  });

  it('show each role what it may read, and leave no gap for the rest', async () => {
    for (const [name, there, gone] of [
      ['Ada', [], ['Contacts', 'Steward', 'Promises, last 12 months', 'Waiting for us']],
      ['Vera', ['Steward', 'Promises, last 12 months'], ['Contacts', 'Waiting for us', 'In their words']],
    ]) {
      const other = await openPage(browser);
      await signIn(other.page, server.url, name, passwords[name]);
      await goTo(other.page, `/partner/${circle}`);
      await card('At a glance', other.page).waitFor();
      for (const one of there) await card(one, other.page).waitFor();
      for (const one of gone) assert.equal(await card(one, other.page).count(), 0, `${name}: ${one}`);
      assert.equal(await other.page.getByRole('button', { name: 'Hand over' }).count(), 0, name);
      assert.deepEqual(await breaches(other.page), [], name);
      assert.deepEqual(other.troubles, []);
      await other.context.close();
    }
  });

  it('speak Spanish', async () => {
    const other = await openPage(browser, { language: 'es', theme: 'dark' });
    await signIn(other.page, server.url, 'Ines', passwords.Ines);
    await goTo(other.page, '/partners');
    await row('Circle', other.page).getByText('Toca visita').waitFor();
    assert.deepEqual(await breaches(other.page), []);
    await goTo(other.page, `/partner/${circle}`);
    await card('Así hacemos las cosas', other.page).waitFor();
    await card('Enlace', other.page).getByRole('button', { name: 'Pasar el relevo' }).click();
    await card('Enlace', other.page).getByLabel('¿Quién sigue?').waitFor();
    assert.deepEqual(await breaches(other.page), []);
    await other.context.close();
  });

  it('run nothing that somebody wrote into them', async () => {
    const worst = payloads.join(' ');
    const short = worst.slice(0, 190);
    const [evil] = await add('partner', { name: short, description: worst, culture_note: worst, areas: [short], status: 'active' });
    await add('contact', { partner: evil, name: short, title: short, phone: short.slice(0, 40), consent_to_contact: 'yes' });
    await add('steward_assignment', { partner: evil, side: 'us', person: short, from: day(3), to: day(1), handover_note: worst });
    await add('commitment', { partner: evil, text: short, owed_by: 'us', owed_to: short, original_due: day(1), status: 'open' });
    await add('feedback', { partner: evil, text: worst, received_at: `${day(3)}T10:00:00Z`, status: 'new' });
    await add('need', { text: short, agreed_by: [evil] });
    for (const place of ['/partners', `/partner/${evil}`, `/partner/${evil}/copy`]) {
      await goTo(page, place);
      await page.getByText('onerror').first().waitFor({ state: 'attached' });
      assert.equal(await page.evaluate(() => window.pwned), undefined, place);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, place);
    }
    assert.deepEqual(troubles, []);
  });
});
