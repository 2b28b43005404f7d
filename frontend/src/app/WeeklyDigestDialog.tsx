import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { graphql } from 'react-relay';
import type { WeeklyDigestDialogMutation } from '../__generated__/WeeklyDigestDialogMutation.graphql';
import { messageOf } from '../graphql/errors';
import { useMutationWithErrors } from '../graphql/useMutationWithErrors';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  text: { color: tokens.colorNeutralForeground2 },
});

/** Turns one's own weekly mail about delegated admins on and off. */
export function WeeklyDigestDialog(props: {
  open: boolean;
  wanted: boolean;
  email: string | null | undefined;
  onClose: () => void;
}) {
  const { open, wanted, email, onClose } = props;
  const [set, busy] = useMutationWithErrors<WeeklyDigestDialogMutation>(graphql`
    mutation WeeklyDigestDialogMutation($input: SetWeeklyDigestInput!) {
      setWeeklyDigest(input: $input) {
        user {
          weeklyDigest
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  const [fault, setFault] = useState('');
  const styles = useStyles();
  const id = useId();

  const change = async (enabled: boolean) => {
    setFault('');
    try {
      await set({ input: { enabled } });
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>Weekly mail</DialogTitle>
          <DialogContent className={styles.content}>
            <Switch
              className={styles.switch}
              label="Send me the weekly mail"
              aria-describedby={id}
              checked={wanted}
              onChange={(_, data) => void (busy || change(data.checked))} // disabled, it would lose the focus
            />
            <Text id={id} size={200} className={styles.text}>
              It comes on Mondays{email ? ` to ${email}` : ''}, and tells what your delegated admins did, what was
              refused, and what was never used. Each Global Administrator decides for themselves.
            </Text>
            {fault && (
              <MessageBar intent="error" layout="multiline" role="alert">
                <MessageBarBody>{fault}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Close</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
