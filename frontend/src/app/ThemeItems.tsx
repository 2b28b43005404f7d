import { MenuItemRadio, type MenuProps } from '@fluentui/react-components';
import { chooseTheme, type ThemeChoice, useTheme } from '../lib/theme';

/** For a menu with ThemeItems: which one is checked, and what choosing one does. */
export function useThemeMenu(): Pick<MenuProps, 'checkedValues' | 'onCheckedValueChange'> {
  const { choice } = useTheme();
  return {
    checkedValues: { theme: [choice] },
    onCheckedValueChange: (_, data) => chooseTheme((data.checkedItems[0] ?? 'system') as ThemeChoice),
  };
}

/** Light, dark, or as the system has it. */
export function ThemeItems() {
  return (
    <>
      <MenuItemRadio name="theme" value="system">
        Same as the system
      </MenuItemRadio>
      <MenuItemRadio name="theme" value="light">
        Light
      </MenuItemRadio>
      <MenuItemRadio name="theme" value="dark">
        Dark
      </MenuItemRadio>
    </>
  );
}
