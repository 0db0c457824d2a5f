import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const kPatienceMs = 15_000;

// Debian's Chromium, or the one that CHROMIUM names.
export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: run scripts/setup`);
  // Inside a container or as root, Chromium has no sandbox of its own to make.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

// A page that remembers what went wrong in it: script errors, and what the content policy stopped.
export async function openPage(browser, viewport = { width: 1440, height: 900 }) {
  const page = await browser.newPage({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
  page.setDefaultTimeout(kPatienceMs);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted ?Type/i.test(message.text())) troubles.push(message.text());
  });
  return { page, troubles };
}

export async function signIn(page, url, name, password) {
  await page.goto(url);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'What has come in' }).waitFor();
}

// Goes there without loading the page anew, as a click on a link does.
export function goTo(page, place) {
  return page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
}
