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

const kLocales = { en: 'en-GB', es: 'es-US' };
export const looks = ['light', 'dark'].flatMap((theme) => ['en', 'es'].map((language) => ({ theme, language })));

// A page in a browser of its own, whose system speaks this language and has this theme. It remembers what went wrong in
// it: script errors, and whatever the content policy stopped.
export async function openPage(browser, { width = 1440, height = 900, theme = 'light', language = 'en', storageState } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: kLocales[language],
    colorScheme: theme,
    reducedMotion: 'reduce',
    ...(storageState && { storageState }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(kPatienceMs);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted ?Type/i.test(message.text())) troubles.push(message.text());
  });
  await page.exposeBinding('tellViolation', (_source, told) => troubles.push(told));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.tellViolation(`${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`),
    );
  });
  return { page, troubles, context };
}

// By the names that browsers go by, which no language changes.
export async function signIn(page, url, name, password) {
  await page.goto(url);
  await page.locator('[name="username"]').fill(name);
  await page.locator('[name="password"]').fill(password);
  await page.locator('form button[type="submit"]').click();
  await page.locator('header [data-connection]').waitFor();
}

// Goes there without loading the page anew, as a click on a link does.
export function goTo(page, place) {
  return page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
}
