// The board "You said, we did": what people said moves from column to column until they were told, and hangs on a wall.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { breaches } from './support/accessibility.mjs';
import { goTo, openBrowser, openPage, signIn } from './support/browser.mjs';
import { payloads } from './support/payloads.mjs';
import { openHouse } from './support/programs.mjs';

const programme = 'quillan';
const kPaperMm = { a4: [210, 297], a3: [297, 420] };

describe('the board', () => {
  let house, server, browser, page, troubles, teo, passwords;

  before(async () => {
    house = await openHouse();
    server = house.server;
    await server.administer('programme', 'add', programme, '--title', 'Quillan County');
    passwords = {
      Ines: await server.addUser('Ines', programme, 'coordinator'),
      Rosa: await server.addUser('Rosa', programme, 'coordinator'),
      Olga: await server.addUser('Olga', programme, 'safeguarding'),
      Ada: await server.addUser('Ada', programme, 'admin'),
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

  const column = (name, on = page) => on.getByRole('region', { name, exact: true });
  const card = (name, words, on = page) => column(name, on).getByRole('listitem').filter({ hasText: words });
  const hand = () => page.getByRole('complementary', { name: 'The card in hand' });
  const toast = (words) => page.getByRole('alert').filter({ hasText: words }).last();

  let days = 0;
  async function says(text, more = {}) {
    days += 1;
    const at = new Date(Date.now() - days * 60_000).toISOString();
    const fields = { text, channel: 'in_person', giver: 'participant', type: 'suggestion', received_at: at, language: 'en', ...more };
    const [id] = await teo.put('feedback', { fields });
    await teo.sync();
    return id;
  }

  async function move(name, words, to) {
    await card(name, words).getByRole('button', { name: /^Move/ }).click();
    await page.getByRole('menuitem', { name: to }).click();
  }

  async function choose(select, option) {
    await page.getByRole('combobox', { name: select }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  }

  it('says what each column is for, before anything was said', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'You said, we did' }).click();
    await page.getByText('Nothing new. What people say next waits here.').waitFor();
    await page.getByText('0 things people said in the last 90 days.').waitFor();
    assert.deepEqual(await breaches(page), []);
  });

  it('shows what a tablet brings at once, in their own words', async () => {
    await says('Put a bench at the stop.');
    await card('Heard', 'Put a bench at the stop.').getByText('new').waitFor();
    assert.equal(await card('Heard', 'bench').locator('q').getAttribute('lang'), 'en');
    await page.getByText('1 thing people said in the last 90 days.').waitFor();
    assert.deepEqual(await breaches(page), []);
  });

  it('moves a card by its menu, and back again by undo', async () => {
    await move('Heard', 'bench', 'Acknowledged');
    await card('Acknowledged', 'bench').waitFor();
    await toast('Moved to Acknowledged.').getByRole('button', { name: 'Undo' }).click();
    await card('Heard', 'bench').waitFor();
    await toast('Undone.').waitFor();
  });

  it('moves a card by keys', async () => {
    await card('Heard', 'bench').getByRole('link').click();
    await page.keyboard.press('2');
    await card('Acknowledged', 'bench').waitFor();
    await toast('Moved to Acknowledged.').waitFor();
  });

  it('moves a card by dragging, and whoever takes it on answers it', async () => {
    await card('Acknowledged', 'bench').dragTo(column('Acting'));
    await card('Acting', 'bench').getByText('Ines').waitFor({ state: 'attached' });
    await toast('Moved to Acting.').waitFor();
    await teo.sync();
    const [{ fields }] = await teo.list('feedback');
    assert.equal(fields.status.state ?? fields.status, 'assigned');
  });

  it('does not let a card be told back before there is an answer, and says so', async () => {
    await page.keyboard.press('4');
    await hand().getByText('Write the answer first. Then say how they were told.').waitFor();
    await card('Acting', 'bench').waitFor();
  });

  it('asks for what an answer needs, and helps to say it plainly', async () => {
    const did = hand().getByRole('textbox', { name: 'We did', exact: true });
    await hand().getByRole('button', { name: 'Save the answer' }).click();
    await hand().getByText('Say what we did.').waitFor();
    assert.equal(await hand().getByRole('textbox', { name: 'You said', exact: true }).evaluate((box) => box === document.activeElement), true);
    await hand().getByRole('textbox', { name: 'You said', exact: true }).fill('A bench at the stop.');
    await did.fill(`${'We ask and ask '.repeat(5)}for all accessibility.`);
    await hand().getByText('One sentence has 23 words. Make two of it. Long words: accessibility.').waitFor();
    await did.fill('The county sets up a bench. It has a roof.');
    await hand().getByText('2 sentences, the longest has 6 words. Plain enough.').waitFor();
    await choose('Outcome', 'Planned');
    await hand().getByRole('button', { name: 'Save the answer' }).click();
    await hand().getByText('Say why. It is not done yet.').waitFor();
    assert.deepEqual(await breaches(page), []);
    await hand().getByRole('textbox', { name: 'Why', exact: true }).fill('It comes in May.');
    await hand().getByRole('button', { name: 'Save the answer' }).click();
    await toast('Saved.').waitFor();
    await card('Acting', 'bench').getByText('The county sets up a bench.').waitFor();
    await hand().getByRole('form', { name: 'Told back' }).getByRole('button', { name: 'Cancel' }).click();
    await teo.sync();
    const [answer] = await teo.list('response');
    assert.deepEqual([answer.fields.outcome, answer.fields.reason], ['planned', 'It comes in May.']);
    assert.ok(answer.fields.first_response_at);
    const [{ fields }] = await teo.list('feedback');
    assert.equal(fields.status.state ?? fields.status, 'responded');
  });

  it('keeps what somebody has begun to write while they look elsewhere', async () => {
    const did = hand().getByRole('textbox', { name: 'We did', exact: true });
    await did.fill('The bench is here.');
    await says('Is there water?');
    await card('Heard', 'water').getByRole('link').click();
    await hand().getByText('Is there water?').waitFor();
    await card('Acting', 'bench').getByRole('link').click();
    await page.waitForFunction(() => document.querySelector('aside [name="we_did"]')?.value === 'The bench is here.');
    assert.equal(await did.inputValue(), 'The bench is here.');
  });

  it('loses nobody’s words where two write at once', async () => {
    const [answer] = await teo.list('response');
    await teo.put('response', { id: answer.id, fields: { we_did: 'Two benches are here.' } });
    await teo.sync();
    await hand().getByText('Somebody changed this answer while you were writing.').waitFor();
    await hand().getByRole('button', { name: 'Save the answer' }).click();
    await card('Acting', 'bench').getByText('Two versions').waitFor();
    await goTo(page, `/conflicts/${answer.id}`);
    await page.getByText('Two benches are here.').first().waitFor();
    await page.getByText('The bench is here.').first().waitFor();
    await page.locator('[data-field="we_did"] input[type="radio"]').first().check({ force: true });
    await page.getByRole('button', { name: /^Resolve/ }).click();
    await goTo(page, '/board');
    await card('Acting', 'bench').getByText('Two versions').waitFor({ state: 'detached' });
  });

  it('asks how, when and how many were told, and nothing less will do', async () => {
    await move('Acting', 'bench', 'Told back');
    const form = hand().getByRole('form', { name: 'Told back' });
    await form.getByRole('button', { name: 'They were told' }).click();
    for (const words of ['Choose how.', 'Enter how many, 1 or more.']) await form.getByText(words).waitFor();
    await form.getByLabel('When?').fill('2099-01-01T10:00');
    await form.getByText('This is later than now.').waitFor();
    assert.deepEqual(await breaches(page), []);
    await form.getByLabel('When?').fill('');
    await form.getByText('Say when.').waitFor();
    await card('Acting', 'bench').waitFor();
    await form.getByLabel('When?').fill('2026-01-02T10:00');
    await form.getByRole('textbox', { name: 'How many people were told?' }).fill('0');
    await form.getByText('Enter how many, 1 or more.').waitFor();
    await form.getByRole('button', { name: 'Cancel' }).click();
    await card('Acting', 'bench').waitFor();
  });

  async function tell(words, people) {
    await move('Acting', words, 'Told back');
    await choose('How were they told?', 'Face to face');
    await hand().getByRole('textbox', { name: 'How many people were told?' }).fill(String(people));
    await hand().getByRole('button', { name: 'They were told' }).click();
    await card('Told back', words).waitFor();
  }

  it('is finished once they were told, and few of them are no number', async () => {
    await tell('bench', 7);
    await card('Told back', 'bench').getByText('<11 people').waitFor();
    await toast('Moved to Told back.').getByRole('button', { name: 'Undo' }).click();
    await card('Acting', 'bench').waitFor();
    await tell('bench', 31);
    await card('Told back', 'bench').getByText('31 people').waitFor();
    await teo.sync();
    const [answer] = await teo.list('response');
    assert.deepEqual([answer.fields.told_via, answer.fields.told_people], ['in_person', 31]);
    const item = (await teo.list('feedback')).find(({ fields }) => fields.text.includes('bench'));
    assert.equal(item.fields.status.state ?? item.fields.status, 'closed');
    await card('Told back', 'bench').getByRole('button', { name: /^Move/ }).click();
    await page.getByText('It was told back. To take that back').waitFor();
    await page.keyboard.press('Escape');
  });

  it('puts a card back where the office did not take its move, with the reason', async () => {
    await page.route('**/edit', (route) =>
      route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":{"code":"unavailable","message":"The office is busy. Try again."}}' }),
    );
    await move('Heard', 'water', 'Acknowledged');
    await page.getByRole('main').getByRole('alert').waitFor();
    await card('Heard', 'water').waitFor();
    await page.unroute('**/edit');
    assert.equal(await column('Acknowledged').getByRole('listitem').count(), 0);
  });

  it('moves nothing over what somebody else did meanwhile', async () => {
    const other = await openPage(browser);
    await signIn(other.page, server.url, 'Rosa', passwords.Rosa);
    await goTo(other.page, '/board');
    await card('Heard', 'water', other.page).waitFor();
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route('**/edit', async (route) => {
      await held;
      await route.continue();
    });
    await move('Heard', 'water', 'Acting');
    await card('Heard', 'water', other.page).getByRole('button', { name: /^Move/ }).click();
    await other.page.getByRole('menuitem', { name: 'Acknowledged' }).click();
    await other.page.getByText('Moved to Acknowledged.').waitFor();
    release();
    await page.getByRole('main').getByRole('alert').filter({ hasText: 'changed while you were looking' }).waitFor();
    await card('Acknowledged', 'water').waitFor();
    assert.equal(await column('Acting').getByRole('listitem').count(), 0);
    await page.unroute('**/edit');
    await other.context.close();
  });

  it('goes on a poster once a coordinator approves it, in each language that it is written in', async () => {
    await card('Told back', 'bench').getByRole('link').click();
    await hand().getByRole('button', { name: 'Poster' }).click();
    await hand().getByText('A coordinator has to approve it first').waitFor();
    assert.equal(await hand().getByRole('button', { name: 'Print' }).isDisabled(), true);
    await hand().getByRole('button', { name: 'Answer' }).click();
    await hand().getByText('In Spanish').click();
    await hand().getByRole('textbox', { name: 'You said (es)' }).fill('Una banca en la parada.');
    await hand().getByRole('textbox', { name: 'We did (es)' }).fill('La banca está aquí. Tiene techo.');
    await hand().getByRole('checkbox', { name: 'May go on a poster' }).check();
    await hand().getByRole('button', { name: 'Save the answer' }).click();
    await toast('Saved.').waitFor();
    await hand().getByRole('button', { name: 'Poster' }).click();
    const sheet = hand().getByRole('article', { name: 'Poster' });
    await sheet.getByText('“A bench at the stop.”').waitFor();
    await hand().getByText('Told in our words, no name').waitFor();
    await hand().getByRole('button', { name: 'Print', disabled: false }).waitFor();
    await hand().getByRole('button', { name: 'Español' }).click();
    await hand().getByText('There are no words in Español yet.').waitFor();
    await hand().getByRole('button', { name: 'Print', disabled: true }).waitFor();
    await hand().getByRole('button', { name: 'Answer' }).click();
    await hand().getByText('In Spanish').click();
    await hand().getByRole('textbox', { name: 'Why (es)' }).fill('Llega en mayo.');
    await hand().getByRole('button', { name: 'Save the answer' }).click();
    await hand().getByRole('button', { name: 'Poster' }).click();
    await hand().getByRole('button', { name: 'Español' }).click();
    const spanish = hand().getByRole('article', { name: 'Cartel' });
    await spanish.getByText('«Una banca en la parada.»').waitFor();
    for (const words of ['Ustedes dijeron', 'Hicimos esto', 'Llega en mayo.']) await spanish.getByText(words).waitFor();
    assert.equal(await spanish.getAttribute('lang'), 'es');
    assert.deepEqual(await breaches(page), []);
  });

  it('prints that poster alone, on one sheet of the paper that was chosen', async () => {
    await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
    await hand().getByRole('button', { name: 'Print' }).click();
    assert.equal(await page.evaluate(() => window.printed), 1);
    for (const paper of ['a4', 'a3']) {
      await choose('Paper', paper.toUpperCase());
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, wide, high]) => [wide, high].map((points) => Math.round((points / 72) * 25.4)));
      assert.deepEqual(boxes, [kPaperMm[paper]], paper);
    }
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#root').isVisible(), false);
    const sheet = page.locator('body > article');
    await sheet.getByText('«Una banca en la parada.»').waitFor();
    assert.equal(await sheet.evaluate((one) => one.scrollHeight <= one.clientHeight), true, 'nothing is cut off');
    await page.emulateMedia({ media: null });
    assert.equal(await sheet.isVisible(), false);
    await goTo(page, '/conflicts');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#root').isVisible(), true, 'other pages print as ever');
    await page.emulateMedia({ media: null });
  });

  it('puts no words on a poster that somebody did not say yes to', async () => {
    const [session] = await teo.put('listening_session', { fields: { purpose: 'Getting here' } });
    await teo.put('quote', { fields: { session, verbatim: 'A bench at the stop.', consent: 'no' } });
    await teo.sync();
    await goTo(page, '/board');
    await card('Told back', 'bench').getByRole('link').click();
    await hand().getByText('These are somebody’s own words').waitFor();
    assert.equal(await hand().getByRole('article').count(), 0);
    assert.equal(await hand().getByRole('button', { name: 'Print' }).isDisabled(), true);
  });

  it('is filtered by partner and area, in its address', async () => {
    const [area] = await teo.put('area', { fields: { name: 'Los Sauces' } });
    const [mill, gate] = await teo.put('partner', { fields: { name: 'Mill Bakers', areas: { add: ['Los Sauces'] } } }, { fields: { name: 'Gate Gardeners' } });
    await says('The oven smokes.', { partner: mill });
    await says('The gate sticks.', { partner: gate });
    await card('Heard', 'oven').getByText('Los Sauces').waitFor();
    await choose('Partner', 'Gate Gardeners');
    await card('Heard', 'oven').waitFor({ state: 'detached' });
    await card('Heard', 'gate').waitFor();
    assert.match(page.url(), new RegExp(`/board/all/${gate}`));
    await goTo(page, `/board/${area}`);
    await card('Heard', 'gate').waitFor({ state: 'detached' });
    await page.reload();
    await card('Heard', 'oven').waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Area' }).inputValue(), 'Los Sauces');
    await goTo(page, '/board');
    await card('Heard', 'gate').waitFor();
  });

  it('shows so many of a column, and the rest on demand', async () => {
    const entries = Array.from({ length: 12 }, (_, n) => ({ fields: { text: `Word ${n + 1}`, channel: 'paper', giver: 'anonymous', received_at: '2026-01-05T10:00:00Z' } }));
    await teo.put('feedback', ...entries);
    await teo.sync();
    await column('Heard').getByRole('button', { name: '4 more' }).waitFor();
    assert.equal(await column('Heard').getByRole('listitem').count(), 10);
    const oven = (await teo.list('feedback')).find(({ fields }) => fields.text === 'The oven smokes.');
    await goTo(page, `/board/all/all/${oven.id}`);
    await hand().getByText('The oven smokes.').waitFor();
    await goTo(page, '/board');
    assert.match(await card('Heard', 'Word').first().innerText(), /working days late/);
    await column('Heard').getByRole('button', { name: '4 more' }).click();
    await card('Heard', 'oven').waitFor();
    assert.equal(await column('Heard').getByRole('listitem').count(), 14);
  });

  it('takes what people wrote for words, whatever it looks like', async () => {
    await teo.put('feedback', ...payloads.map((text) => ({ fields: { text, summary: text, channel: 'online', received_at: '2026-01-01T10:00:00Z' } })));
    const item = await says(payloads[1], { received_at: '2025-12-01T10:00:00Z' });
    await teo.put('response', { fields: { feedback: item, you_said: payloads[0], we_did: payloads.join(' '), outcome: 'done', you_said_es: payloads[2], we_did_es: payloads[3] } });
    await teo.sync();
    await column('Heard').getByText(payloads[0], { exact: true }).first().waitFor();
    await goTo(page, `/board/all/all/${item}`);
    await hand().getByRole('button', { name: 'Poster' }).click();
    await hand().getByRole('article').getByText(payloads[0], { exact: false }).first().waitFor();
    await hand().getByRole('button', { name: 'Español' }).click();
    await hand().getByRole('article').getByText(payloads[2], { exact: false }).first().waitFor();
    assert.equal(await page.evaluate(() => window.pwned), undefined);
  });

  it('has no sealed words, and tells officers alone how many there are', async () => {
    await teo.put('feedback', { fields: { text: 'He locks the door.', channel: 'in_person', sensitive: true } });
    await teo.sync();
    await goTo(page, '/board');
    await card('Told back', 'bench').waitFor();
    assert.doesNotMatch(await page.getByRole('main').innerText(), /locks|sealed/);
    const officer = await openPage(browser, { theme: 'dark', language: 'es' });
    await signIn(officer.page, server.url, 'Olga', passwords.Olga);
    await goTo(officer.page, '/board');
    await officer.page.getByText('1 comentario sellado sigue abierto.').waitFor();
    assert.doesNotMatch(await officer.page.getByRole('main').innerText(), /locks/);
    await officer.page.getByText('Son palabras de alguien que no dio permiso').waitFor();
    await officer.page.getByRole('button', { name: 'Respuesta', exact: true }).click();
    await officer.page.getByText('Su papel puede leer las respuestas, no escribirlas.').waitFor();
    assert.deepEqual(await breaches(officer.page), []);
    await officer.page.getByRole('link', { name: 'Abrir la lista de comentarios' }).click();
    await officer.page.waitForURL(/records\/feedback/);
    await officer.context.close();
  });

  it('is not there for who does not read feedback', async () => {
    const admin = await openPage(browser);
    await signIn(admin.page, server.url, 'Ada', passwords.Ada);
    await admin.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Devices' }).waitFor();
    assert.equal(await admin.page.getByRole('link', { name: 'You said, we did' }).count(), 0);
    await goTo(admin.page, '/board');
    await admin.page.getByRole('main').getByRole('alert').waitFor();
    await admin.context.close();
  });
});
