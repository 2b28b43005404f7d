import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const teal: BrandVariants = {
  10: '#010807',
  20: '#041a18',
  30: '#062b28',
  40: '#083a37',
  50: '#094a46',
  60: '#0a5a55',
  70: '#0a6963',
  80: '#0a7872',
  90: '#21877f',
  100: '#3b978e',
  110: '#54a79f',
  120: '#6eb7b0',
  130: '#89c8c1',
  140: '#a5d8d2',
  150: '#c1e7e3',
  160: '#def5f2',
};

export const lightTheme: Theme = createLightTheme(teal);
const dark = createDarkTheme(teal);
/** On dark ground the text of our color is lighter than Fluent's own choice, for its contrast. */
export const darkTheme: Theme = {
  ...dark,
  colorBrandForeground1: teal[120],
  colorBrandForeground2: teal[130],
  colorBrandForegroundLink: teal[120],
  colorBrandForegroundLinkHover: teal[130],
  colorBrandForegroundLinkPressed: teal[110],
  colorBrandForegroundLinkSelected: teal[120],
};

/** What the person chose; `system` follows the system. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let choice: ThemeChoice = read();

function read(): ThemeChoice {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system'; // storage is switched off
  }
}

function tell() {
  document.documentElement.style.colorScheme = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

function isDark(): boolean {
  return choice === 'dark' || (choice === 'system' && system.matches);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

system.addEventListener('change', tell);
window.addEventListener('storage', (event) => {
  if (event.key !== key) return;
  choice = read(); // another tab switched
  tell();
});
tell();

/** Switches the theme, here and in every other tab, for good. */
export function chooseTheme(wanted: ThemeChoice): void {
  choice = wanted;
  try {
    if (wanted === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, wanted);
  } catch {
    // storage is switched off: the choice holds until the page is left
  }
  tell();
}

export function useTheme(): { choice: ThemeChoice; dark: boolean } {
  const current = useSyncExternalStore(listen, () => choice);
  const dark = useSyncExternalStore(listen, isDark);
  return { choice: current, dark };
}
