// Every page of the console as somebody may find it: an address, what it shows when it is there, and what they do on it.
// Nothing here reads a word of the page, so that a scene is the same in every language.
import { goTo } from './browser.mjs';

const kRow = 'main table tbody tr';
const kCard = 'main [data-card]';

export const scenes = [
  { name: 'overview', place: '/', shows: 'main li h2 + button', act: (page) => page.locator(kRow).first().waitFor() },
  {
    name: 'overview-definition',
    place: '/',
    shows: 'main li h2 + button',
    act: (page) => page.locator('main li h2 + button').nth(1).click(),
    undo: (page) => page.keyboard.press('Escape'),
  },
  { name: 'overview-all-types', place: '/', shows: kRow, act: (page) => page.locator('main li > button[aria-expanded]').click() },
  { name: 'records-event', place: '/records/event', shows: kRow },
  { name: 'records-partner', place: '/records/partner', shows: kRow },
  { name: 'records-feedback', place: '/records/feedback', shows: kRow },
  { name: 'records-quote', place: '/records/quote', shows: kRow },
  { name: 'records-commitment', place: '/records/commitment', shows: kRow },
  { name: 'records-tally_cell', place: '/records/tally_cell', shows: kRow },
  {
    name: 'records-more-types',
    place: '/records/partner',
    shows: kRow,
    act: (page) => page.locator('main nav button[aria-expanded]').click(),
  },
  { name: 'records-nothing', place: '/records/partner/no%2520such%2520partner', shows: 'main a[href="#/records/partner"]' },
  { name: 'search', place: '/search/clinic', shows: 'main ul a' },
  { name: 'search-one-type', place: '/search/clinic/feedback', shows: 'main ul a' },
  { name: 'search-nothing', place: '/search/zzzz', shows: 'main p' },
  { name: 'record', place: ({ partner }) => `/record/${partner}`, shows: '[data-field]' },
  {
    name: 'record-edit',
    place: ({ partner }) => `/record/${partner}`,
    shows: '[data-field]',
    act: (page) => page.locator('[data-field="culture_note"] button').click(),
  },
  { name: 'record-rows', place: ({ commitment }) => `/record/${commitment}`, shows: '[data-field] table' },
  {
    name: 'record-add-row',
    place: ({ commitment }) => `/record/${commitment}`,
    shows: '[data-field] table',
    act: (page) => page.locator('[data-field="due_changes"] button').click(),
  },
  { name: 'record-voice', place: ({ feedback }) => `/record/${feedback}`, shows: '[data-field] q' },
  { name: 'record-wave', place: ({ wave }) => `/record/${wave}`, shows: 'main [role="region"] table' },
  { name: 'record-two-versions', place: ({ event }) => `/record/${event}`, shows: 'main a[href^="#/conflicts/"]' },
  { name: 'record-gone', place: '/record/00000000-0000-4000-8000-000000000000', shows: 'main a[href="#/"]' },
  { name: 'inbox', place: '/inbox', shows: 'main article [data-field], main ul li a' },
  { name: 'inbox-one', place: ({ feedback }) => `/inbox/all/oldest/${feedback}`, shows: 'main article [data-field]' },
  { name: 'inbox-nothing', place: '/inbox/agreement', shows: 'main p' },
  { name: 'partners', place: '/partners', shows: kRow },
  { name: 'partners-due', place: '/partners/all/all/all/visit_due/-visit', shows: kRow },
  { name: 'partners-nothing', place: '/partners/all/all/all/all/name/zzzz', shows: 'main a[href="#/partners"]' },
  { name: 'partner', place: ({ dossier }) => `/partner/${dossier}`, shows: 'main section ul' },
  { name: 'partner-bare', place: ({ quiet }) => `/partner/${quiet}`, shows: 'main section ul' },
  { name: 'partner-hand-over', place: ({ dossier }) => `/partner/${dossier}`, shows: 'main section ul', act: handOver },
  { name: 'partner-copy', place: ({ dossier }) => `/partner/${dossier}/copy`, shows: 'main article section' },
  { name: 'board', place: '/board', shows: kCard },
  { name: 'board-poster', place: ({ told }) => `/board/all/all/${told}`, shows: 'aside article' },
  { name: 'board-answer', place: ({ feedback }) => `/board/all/all/${feedback}`, shows: 'aside form', act: answerPlainly },
  { name: 'board-nothing', place: ({ quiet }) => `/board/all/${quiet}`, shows: 'main section p' },
  { name: 'conflicts', place: '/conflicts', shows: kRow },
  { name: 'conflict', place: ({ event }) => `/conflicts/${event}`, shows: '[data-field]', act: settle },
  { name: 'conflict-threefold', place: ({ threefold }) => `/conflicts/${threefold}`, shows: '[data-field]', act: settle },
  { name: 'conflict-answered', place: ({ event }) => `/conflicts/${event}`, shows: '[data-field]', act: answer },
  { name: 'exports', place: '/exports', shows: 'main form fieldset' },
  { name: 'exports-made', place: '/exports', shows: 'main form fieldset', act: makeExport },
  { name: 'devices', place: '/devices', shows: kRow },
  { name: 'devices-enrol-revoke', place: '/devices', shows: kRow, act: enrolAndRevoke },
  { name: 'no-such-page', place: '/nowhere', shows: 'main p' },
  { name: 'languages', place: '/conflicts', shows: kRow, act: openLanguages, undo: (page) => page.keyboard.press('Escape') },
  { name: 'account', place: '/conflicts', shows: kRow, act: openAccount, undo: (page) => page.keyboard.press('Escape') },
];

// Everything, as a spreadsheet.
async function makeExport(page) {
  await page.locator('main fieldset p button').first().click();
  await page.locator('main form [role="group"] button').last().click();
  await page.locator('main form button[type="submit"]').click();
  await page.locator('main a[download]').first().waitFor();
}

// With what is missing said.
async function handOver(page) {
  await page.locator('main [class*="action"] > button').last().click();
  await page.locator('main form button[type="submit"]').click();
  await page.locator('main form [aria-invalid="true"]').first().waitFor();
}

// What stood before comes with the history, a moment after the versions.
function settle(page) {
  return page.locator('aside ol > li').nth(1).waitFor();
}

async function answerPlainly(page) {
  await page.locator('[name="we_did"]').fill('The chairs are higher now. Interoperability of the furniture was considered by everybody who had anything to say about it at all.');
  await page.locator('aside form button[type="submit"]').click();
  await page.locator('aside [aria-invalid="true"]').first().waitFor();
}

async function answer(page) {
  await settle(page);
  const radio = page.locator('[data-field="start"] input[type="radio"]').first();
  // Too narrow to answer: the page says so.
  if (!(await radio.isVisible())) return;
  await radio.check({ force: true });
  await page.locator('[data-field="place"] input[type="radio"]').nth(1).check({ force: true });
  await page.locator('[data-field="notes"] > :last-child button').click();
}

async function enrolAndRevoke(page) {
  await page.locator('[name="tablet-person"]').fill('Lina');
  await page.locator('form:has([name="tablet-person"]) button[type="submit"]').click();
  await page.locator('img[src^="data:image/svg"]').waitFor();
  await page.locator(`${kRow} td:last-child button`).last().click();
  await page.locator('[role="menuitem"]').click();
  await page.locator('main [role="group"]').waitFor();
}

async function openLanguages(page) {
  await page.locator('header button[aria-haspopup="menu"]').click();
  await page.locator('[role="menuitemradio"]').first().waitFor();
}

async function openAccount(page) {
  const menu = page.locator('nav button[aria-controls]:not([aria-haspopup])').first();
  if (await menu.isVisible()) await menu.click();
  await page.locator('nav button[aria-haspopup="menu"]').click();
  await page.locator('[role="menuitemradio"]').first().waitFor();
}

// Goes to a scene and stays there, with all that it does done.
export async function open(page, scene, ids) {
  await goTo(page, typeof scene.place === 'function' ? scene.place(ids) : scene.place);
  await page.locator(scene.shows).first().waitFor({ state: 'attached' });
  await page.locator('[role="status"] [class*="bar"]').first().waitFor({ state: 'detached' });
  await scene.act?.(page);
}

// Pages keep what was done on them; the next scene begins afresh.
export async function leave(page, scene) {
  await scene.undo?.(page);
  await goTo(page, '/search');
  await page.locator('main h1').waitFor();
}
