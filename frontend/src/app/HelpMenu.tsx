import { Menu, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';

/** Where help is: the article, and the API for those who build on it. */
export function HelpMenu(props: { button: ReactElement }) {
  const router = useRouter();
  return (
    <Menu inline defaultOpen>
      <MenuTrigger disableButtonEnhancement>{props.button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemLink
            href="/support"
            onClick={(event) => {
              event.preventDefault();
              void router.navigate({ to: '/support' });
            }}
          >
            Help with delegated admins
          </MenuItemLink>
          <MenuItemLink href="/graphiql" target="_blank">
            API explorer (GraphiQL)
          </MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
