import { Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ThemeItems, useThemeMenu } from './ThemeItems';

/** The theme's own menu, for pages without an account menu. */
export function ThemeMenu(props: { button: ReactElement }) {
  return (
    <Menu inline defaultOpen {...useThemeMenu()}>
      <MenuTrigger disableButtonEnhancement>{props.button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          <ThemeItems />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
