// The design's tokens as CSS. Pure: what assets/design/tokens.json says goes in, a style sheet comes out.

export const themes = ['light', 'dark'];

// Where a name of the design is not the name that the pages use.
const named = {
  text: { ink: 'ink', inkMuted: 'ink-muted', inkDisabled: 'ink-disabled', disabledFill: 'disabled-fill' },
  nav: {
    bg: 'nav',
    ink: 'nav-ink',
    inkMuted: 'nav-muted',
    selectedBg: 'nav-selected',
    selectedInk: 'nav-selected-ink',
  },
  mark: { front: 'mark-a', back: 'mark-b', overlap: 'mark-c' },
};

// "onContainer" of the role "accent" is --on-accent-container.
const parts = {
  base: (role) => role,
  on: (role) => `on-${role}`,
  container: (role) => `${role}-container`,
  onContainer: (role) => `on-${role}-container`,
  text: (role) => `${role}-text`,
};

// Every colour of a theme, by the name of its custom property without the dashes.
export function coloursOf(design, theme) {
  const all = design.color[theme];
  const plain = ['surface', 'line', 'text', 'nav', 'mark'].flatMap((group) =>
    Object.entries(all[group]).map(([name, value]) => [named[group]?.[name] ?? name, value]),
  );
  const ofRoles = Object.entries(all.roles).flatMap(([role, values]) =>
    Object.entries(values).map(([part, value]) => [parts[part](role), value]),
  );
  // The first two series of the design's charts: one figure alone, and what stands against it.
  return new Map([...plain, ...ofRoles, ['chart', all.chart.series[0].value], ['chart-2', all.chart.series[1].value]]);
}

// What is printed: on paper it is always light.
function paperOf(design) {
  const light = coloursOf(design, 'light');
  return ['ink', 'ink-muted', 'hairline', 'primary', 'on-primary', 'primary-container', 'on-primary-container', 'accent', 'warning', 'track', 'chart', 'chart-2'].map((name) => [`paper-${name}`, light.get(name)]);
}

// What does not change with the theme.
export function measuresOf(design) {
  const { radius, motion } = design;
  return new Map([
    ...paperOf(design),
    ['radius-tick', `${radius.tick}px`],
    ['radius-control', `${radius.controlConsole}px`],
    ['radius-card', `${radius.cardConsole}px`],
    ['radius-pill', `${radius.pill}px`],
    ['radius-voice', `${radius.voiceCorner}px`],
    ['time-state', `${motion.state}ms`],
    ['time-reduced', `${motion.reduced}ms`],
  ]);
}

const lines = (properties) => [...properties].map(([name, value]) => `  --${name}: ${value};`).join('\n');

// Mantine marks the theme on the root; light is what stands without a mark.
export function cssOf(design) {
  const block = (selector, theme, more = []) =>
    `${selector} {\n  color-scheme: ${theme};\n${lines([...coloursOf(design, theme), ...more])}\n}\n`;
  return [
    '/* Made from assets/design/tokens.json by tools/generate.mjs. */',
    block(':root', 'light', measuresOf(design)),
    block(":root[data-mantine-color-scheme='dark']", 'dark'),
  ].join('\n');
}
