import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { words } from '@/i18n';
import controls from './controls.module.css';

// Mantine wants ten shades; only those that the tokens know are ever seen (0 container, 6 base, 9 ink on it).
function shades(container: string, base: string, ink: string): MantineColorsTuple {
  return [container, container, container, container, base, base, base, base, ink, ink];
}

export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'ui-monospace, monospace',
  primaryColor: 'juniper',
  primaryShade: 6,
  defaultRadius: 9,
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    juniper: shades('#d3e8e1', '#0f4f47', '#07352f'),
    marigold: shades('#fcebc4', '#f3ae2b', '#523600'),
    red: shades('#faddde', '#ac1c2d', '#6e0d19'),
  },
  headings: { fontFamily: 'var(--font-ui)', fontWeight: '700' },
  components: {
    Input: { classNames: { input: controls.input }, defaultProps: { size: 'sm' } },
    InputWrapper: {
      classNames: { label: controls.label, error: controls.error, description: controls.description },
    },
    Menu: { defaultProps: { shadow: 'none' }, classNames: { dropdown: controls.dropdown, item: controls.menuItem } },
    Combobox: { classNames: { dropdown: controls.dropdown, option: controls.option } },
    Popover: { classNames: { dropdown: controls.dropdown } },
    Tooltip: { defaultProps: { openDelay: 300 }, classNames: { tooltip: controls.tooltip } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    Pill: {
      classNames: { root: controls.pill },
      defaultProps: { removeButtonProps: { 'aria-label': words.common.remove } },
    },
    Notification: {
      classNames: { root: controls.toast },
      defaultProps: { color: 'juniper', closeButtonProps: { 'aria-label': words.common.close } },
    },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-muted)',
    '--mantine-color-placeholder': 'var(--ink-muted)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-border': 'var(--control)',
    '--mantine-color-error': 'var(--danger-text)',
  },
  dark: {},
});
