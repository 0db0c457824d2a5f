import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coloursOf, cssOf, themes } from '../../tools/tokens.mjs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const design = JSON.parse(read('../../../../assets/design/tokens.json'));
const sheets = globSync('src/**/*.css').filter((path) => !path.includes('generated'));

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const surfaces = ['page', 'card', 'inset'];
const roles = ['primary', 'accent', 'success', 'warning', 'danger', 'info', 'conflict', 'sensitive'];
const pairs = [
  ...['ink', 'ink-muted'].flatMap((text) => [...surfaces, 'track', 'selected'].map((on) => [text, on])),
  ...roles.flatMap((role) => [
    [`on-${role}`, role],
    [`on-${role}-container`, `${role}-container`],
    ...surfaces.map((on) => [`${role}-text`, on]),
  ]),
  ['ink-disabled', 'disabled-fill'],
  ['nav-ink', 'nav'],
  ['nav-muted', 'nav'],
  ['nav-selected-ink', 'nav-selected'],
] as [string, string][];
const lines = surfaces.flatMap((on) => [['control', on], ['focus', on]]) as [string, string][];

describe.each(themes)('the %s theme', (theme) => {
  const colours = coloursOf(design, theme);

  it.each(pairs)('shows %s readably on %s', (text, surface) => {
    expect(contrast(colours.get(text)!, colours.get(surface)!)).toBeGreaterThanOrEqual(design.minimum[theme].text);
  });

  it.each(lines)('lets %s be made out on %s', (line, surface) => {
    expect(contrast(colours.get(line)!, colours.get(surface)!)).toBeGreaterThanOrEqual(design.minimum[theme].mark);
  });
});

describe('style sheets', () => {
  const defined = new Set([...`${cssOf(design)}${read('./derived.css')}`.matchAll(/(--[\w-]+):/g)].map((found) => found[1]!));

  it.each(sheets)('%s has no colour that is not a token', (path) => {
    const css = readFileSync(path, 'utf8');
    // Whatever the theme, a QR code is read on white; shadows are no colour of the design.
    const own = css.replace(/--shade: rgb[^;]+;/g, '').replace(/#fff;/g, '');
    expect(own).not.toMatch(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i);
  });

  it.each(sheets)('%s uses properties that there are', (path) => {
    const used = [...readFileSync(path, 'utf8').matchAll(/var\((--[\w-]+)/g)].map((found) => found[1]!);
    const elsewhere = ['--top', '--versions', '--scale'];
    expect(used.filter((name) => !defined.has(name) && !elsewhere.includes(name))).toEqual([]);
  });
});
