import { Button, Menu, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { useRouter } from '@tanstack/react-router';
import { useBarButtonStyles } from './TopBar';

/** Where help is: the article, and the API for those who build on it. */
export function HelpMenu() {
  const styles = useBarButtonStyles();
  const router = useRouter();
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="transparent" className={styles.button} aria-label="Help" icon={<QuestionCircleRegular />} />
      </MenuTrigger>
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
