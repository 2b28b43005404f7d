import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { MailAlertRegular } from '@fluentui/react-icons/svg/mail-alert';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { cloneElement, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { AccountMenu_viewer$key } from '../__generated__/AccountMenu_viewer.graphql';
import type { AccountMenuSignOutMutation } from '../__generated__/AccountMenuSignOutMutation.graphql';
import { useToast } from '../components/Toasts';
import { messageOf } from '../graphql/errors';
import { useMutationWithErrors } from '../graphql/useMutationWithErrors';
import type { MenuButton } from './BarMenu';
import { ChangeEmailDialog } from './ChangeEmailDialog';
import { ThemeItems, useThemeMenu } from './ThemeItems';
import { WeeklyDigestDialog } from './WeeklyDigestDialog';

const useStyles = makeStyles({
  who: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    maxWidth: '280px',
    overflowWrap: 'anywhere',
  },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** Who is signed in, where, the theme, and the way out. */
export function AccountMenu(props: { viewer: AccountMenu_viewer$key; button: MenuButton }) {
  const { user, organization } = useFragment(
    graphql`
      fragment AccountMenu_viewer on Viewer {
        user {
          displayName
          userName
          email
          weeklyDigest
        }
        organization {
          displayName
        }
      }
    `,
    props.viewer,
  );
  const [signOut, busy] = useMutationWithErrors<AccountMenuSignOutMutation>(graphql`
    mutation AccountMenuSignOutMutation {
      signOut {
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  const [changing, setChanging] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = () => setTimeout(() => button.current?.focus(), 50); // after the dialog gave the focus up
  const tell = useToast();
  const styles = useStyles();

  const leave = async () => {
    try {
      await signOut({});
      window.location.assign('/sign-in'); // a new page: nothing of this person stays in memory
    } catch (error) {
      tell('You are still signed in', { intent: 'error', body: messageOf(error) });
    }
  };

  return (
    <>
      <Menu inline defaultOpen {...useThemeMenu()}>
        <MenuTrigger disableButtonEnhancement>{cloneElement(props.button, { ref: button })}</MenuTrigger>
        <MenuPopover>
          <div className={styles.who}>
            <Text weight="semibold">{user.displayName}</Text>
            <Text className={styles.detail}>{user.userName}</Text>
            <Text className={styles.detail}>{organization.displayName}</Text>
          </div>
          <MenuDivider />
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>Theme</MenuGroupHeader>
              <ThemeItems />
            </MenuGroup>
            <MenuDivider />
            <MenuItem icon={<MailRegular />} onClick={() => setChanging(true)}>
              Change e-mail address
            </MenuItem>
            {user.weeklyDigest != null && (
              <MenuItem icon={<MailAlertRegular />} onClick={() => setChoosing(true)}>
                Weekly mail
              </MenuItem>
            )}
            <MenuItem icon={<SignOutRegular />} disabled={busy} persistOnClick onClick={() => void leave()}>
              Sign out
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <ChangeEmailDialog
        open={changing}
        email={user.email}
        onClose={() => {
          setChanging(false);
          back();
        }}
      />
      {user.weeklyDigest != null && (
        <WeeklyDigestDialog
          open={choosing}
          wanted={user.weeklyDigest}
          email={user.email}
          onClose={() => {
            setChoosing(false);
            back();
          }}
        />
      )}
    </>
  );
}
