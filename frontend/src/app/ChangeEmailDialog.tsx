import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { graphql } from 'react-relay';
import type { ChangeEmailDialogMutation } from '../__generated__/ChangeEmailDialogMutation.graphql';
import { messageOf, UserErrors } from '../graphql/errors';
import { useMutationWithErrors } from '../graphql/useMutationWithErrors';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Asks for another address for one's own mail. It is confirmed from the present one. */
export function ChangeEmailDialog(props: { open: boolean; email: string | null | undefined; onClose: () => void }) {
  const { open, email, onClose } = props;
  const [request, busy] = useMutationWithErrors<ChangeEmailDialogMutation>(graphql`
    mutation ChangeEmailDialogMutation($input: RequestEmailChangeInput!) {
      requestEmailChange(input: $input) {
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  const [next, setNext] = useState('');
  const [sent, setSent] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const styles = useStyles();

  const close = () => {
    onClose();
    setNext('');
    setSent(false);
    setError(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    try {
      await request({ input: { email: next.trim() } });
      setSent(true);
    } catch (caught) {
      setError(caught);
    }
  };
  const fault = error instanceof UserErrors ? error.for('email') : undefined;
  const rest = error instanceof UserErrors ? error.except('email') : error === null ? undefined : messageOf(error);

  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && !busy && close()}>
      <DialogSurface aria-describedby={undefined}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>Change e-mail address</DialogTitle>
            <DialogContent className={styles.content}>
              {rest && (
                <MessageBar intent="error" layout="multiline" role="alert">
                  <MessageBarBody>{rest}</MessageBarBody>
                </MessageBar>
              )}
              {sent ? (
                <Text role="status">
                  A link is on its way to {email}. Nothing changes until you confirm there, within a day.
                </Text>
              ) : (
                <>
                  <Text>
                    {email
                      ? `Mail about your account goes to ${email}. To change that, you confirm the new address from there.`
                      : 'No address is known for you. An administrator of your organization can enter one.'}
                  </Text>
                  {email && (
                    <Field label="New address" required {...(fault ? { validationMessage: fault } : {})}>
                      <Input
                        type="email"
                        autoComplete="email"
                        value={next}
                        onChange={(_, data) => setNext(data.value)}
                      />
                    </Field>
                  )}
                </>
              )}
            </DialogContent>
            <DialogActions>
              {email && !sent && (
                <Button type="submit" appearance="primary" disabledFocusable={busy || next.trim() === ''}>
                  Send link
                </Button>
              )}
              <Button onClick={close}>{sent || !email ? 'Close' : 'Cancel'}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
