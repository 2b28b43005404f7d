import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { chooseTheme, type ThemeChoice, useTheme } from '../lib/theme';

/** Light, dark, or as the system has it. */
export function ThemeMenu(props: { button: ReactElement }) {
  const { choice } = useTheme();
  return (
    <Menu
      inline
      defaultOpen
      checkedValues={{ theme: [choice] }}
      onCheckedValueChange={(_, data) => chooseTheme((data.checkedItems[0] ?? 'system') as ThemeChoice)}
    >
      <MenuTrigger disableButtonEnhancement>{props.button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="theme" value="system">
            Same as the system
          </MenuItemRadio>
          <MenuItemRadio name="theme" value="light">
            Light
          </MenuItemRadio>
          <MenuItemRadio name="theme" value="dark">
            Dark
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
