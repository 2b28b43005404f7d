import { MessageBar, MessageBarBody, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { JustificationSwitch_organization$key } from '../../__generated__/JustificationSwitch_organization.graphql';
import { messageOf } from '../../graphql/errors';
import { useUpdateSettings } from './useUpdateSettings';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalL,
    maxWidth: '720px',
  },
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  text: { color: tokens.colorNeutralForeground2 },
});

/** Asks delegated admins for a reason, for those who may decide that; nothing for others. */
export function JustificationSwitch(props: { organization: JustificationSwitch_organization$key }) {
  const organization = useFragment(
    graphql`
      fragment JustificationSwitch_organization on Organization {
        id
        justificationRequired
        viewerCanUpdateSettings
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const id = useId();
  const [update, busy] = useUpdateSettings();
  const [fault, setFault] = useState('');
  if (!organization.viewerCanUpdateSettings) return null;

  const change = async (justificationRequired: boolean) => {
    setFault('');
    try {
      await update({ input: { organizationId: organization.id, justificationRequired } });
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  return (
    <div className={styles.root}>
      <Switch
        className={styles.switch}
        label="Ask delegated admins for a reason"
        aria-describedby={id}
        checked={organization.justificationRequired}
        disabled={busy}
        onChange={(_, data) => void change(data.checked)}
      />
      <Text id={id} size={200} className={styles.text}>
        They then say why they work in your organization before they can change anything. The reason stands beside each
        thing they do.
      </Text>
      {fault && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
