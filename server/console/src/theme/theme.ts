import { createTheme, localStorageColorSchemeManager, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { words } from '@/i18n';
import controls from './controls.module.css';

// Mantine wants ten shades; only those that the tokens know are ever seen (0 container, 6 base, 9 ink on it).
function shades(role: string): MantineColorsTuple {
  const [container, base, ink] = [`var(--${role}-container)`, `var(--${role})`, `var(--on-${role}-container)`];
  return [container, container, container, container, base, base, base, base, ink, ink];
}

// Anew for each language: some controls have names of their own for their buttons.
export const themeInWords = () =>
  createTheme({
    fontFamily: 'var(--font-ui)',
    fontFamilyMonospace: 'ui-monospace, monospace',
    primaryColor: 'juniper',
    primaryShade: 6,
    // As the pages break (design language, 4).
    breakpoints: { xs: '36em', sm: '43.75em', md: '64em', lg: '80em', xl: '90em' },
    defaultRadius: 'var(--radius-control)',
    cursorType: 'pointer',
    respectReducedMotion: true,
    colors: { juniper: shades('primary'), marigold: shades('accent'), red: shades('danger') },
    headings: { fontFamily: 'var(--font-ui)', fontWeight: '700' },
    components: {
      Input: { classNames: { input: controls.input }, defaultProps: { size: 'sm' } },
      InputWrapper: {
        classNames: { label: controls.label, error: controls.error, description: controls.description },
      },
      Menu: {
        // Its own resting place for the focus is no child that a menu may have: the first item takes it.
        defaultProps: { shadow: 'none', withInitialFocusPlaceholder: false },
        classNames: { dropdown: controls.dropdown, item: controls.menuItem, label: controls.menuLabel },
      },
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

const colours = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-muted)',
  '--mantine-color-placeholder': 'var(--ink-muted)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--inset)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-error': 'var(--danger-text)',
  '--mantine-color-anchor': 'var(--primary-text)',
  '--mantine-color-red-text': 'var(--danger-text)',
  '--mantine-color-red-light-hover': 'var(--danger-container)',
  '--mantine-color-red-light-color': 'var(--danger-text)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: colours, dark: colours });

// What the person chose in this browser; without a choice, what the system has (public/first_paint.js reads it too).
export const keptTheme = localStorageColorSchemeManager({ key: 'rapport.theme' });
