import { MessageBar, MessageBarBody, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { ProtectSwitch_user$key } from '../../__generated__/ProtectSwitch_user.graphql';
import { messageOf } from '../../graphql/errors';
import { useSetUsersProtected } from './useSetUsersProtected';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  text: { color: tokens.colorNeutralForeground2 },
});

/** Keeps delegated admins away from an account, for those who may decide that; nothing for others. */
export function ProtectSwitch(props: { user: ProtectSwitch_user$key }) {
  const user = useFragment(
    graphql`
      fragment ProtectSwitch_user on User {
        id
        protected
        viewerCanProtect
      }
    `,
    props.user,
  );
  const styles = useStyles();
  const id = useId();
  const [setProtected, busy] = useSetUsersProtected();
  const [fault, setFault] = useState('');
  if (!user.viewerCanProtect) return null;

  const change = async (wanted: boolean) => {
    setFault('');
    try {
      const { setUsersProtected } = await setProtected({ input: { ids: [user.id], protected: wanted } });
      setFault(
        setUsersProtected.results.flatMap(({ userErrors }) => userErrors.map(({ message }) => message)).join(' '),
      );
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  return (
    <div className={styles.root}>
      <Switch
        className={styles.switch}
        label="Protected from delegated admins"
        aria-describedby={id}
        checked={user.protected}
        disabled={busy}
        onChange={(_, data) => void change(data.checked)}
      />
      <Text id={id} size={200} className={styles.text}>
        No delegated admin can then change, disable or delete this account, reset its password or change its roles,
        whatever their own roles are. For accounts that must work when all else fails.
      </Text>
      {fault && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
