import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const design = JSON.parse(
  readFileSync(new URL('../../../../assets/design/tokens.json', import.meta.url), 'utf8'),
).color.light as Record<string, Record<string, string | Record<string, string>>>;
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(tokens.get(a)!), luminance(tokens.get(b)!)].sort((x, y) => y - x);
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

// "onContainer" of the role "accent" is --on-accent-container here.
const named: Record<string, string> = {
  'text.ink': 'ink',
  'text.inkMuted': 'ink-muted',
  'text.inkDisabled': 'ink-disabled',
  'text.disabledFill': 'disabled-fill',
  'nav.bg': 'nav',
  'nav.ink': 'nav-ink',
  'nav.inkMuted': 'nav-muted',
  'nav.selectedBg': 'nav-selected',
  'nav.selectedInk': 'nav-selected-ink',
  'mark.front': 'mark-a',
  'mark.back': 'mark-b',
  'mark.overlap': 'mark-c',
};
const roleNames: Record<string, (role: string) => string> = {
  base: (role) => role,
  on: (role) => `on-${role}`,
  container: (role) => `${role}-container`,
  onContainer: (role) => `on-${role}-container`,
  text: (role) => `${role}-text`,
};

function designed(): [string, string][] {
  const plain = ['surface', 'line', 'text', 'nav', 'mark'].flatMap((group) =>
    Object.entries(design[group]!).map(([name, value]) => [named[`${group}.${name}`] ?? name, value as string]),
  );
  const ofRoles = Object.entries(design['roles']!).flatMap(([role, parts]) =>
    Object.entries(parts).map(([part, value]) => [roleNames[part]!(role), value]),
  );
  return [...plain, ...ofRoles] as [string, string][];
}

describe('tokens', () => {
  it.each(designed())('%s is what the design says', (name, value) => {
    expect(tokens.get(name)?.toUpperCase()).toBe(value.toUpperCase());
  });

  it.each(pairs)('%s is readable on %s', (text, surface) => {
    expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...surfaces.flatMap((on) => [['control', on], ['focus', on]])] as [string, string][])(
    '%s can be made out on %s',
    (line, surface) => expect(contrast(line, surface)).toBeGreaterThanOrEqual(3),
  );
});
