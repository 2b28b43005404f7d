import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import type { Role } from '../../__generated__/useAskForOfferMutation.graphql';
import { RoleCheckboxes } from '../../components/RoleCheckboxes';
import { Still } from '../../components/Still';
import { useToast } from '../../components/Toasts';
import { messageOf, UserErrors } from '../../graphql/errors';
import { useAskForOffer } from './useAskForOffer';

const maxMessage = 500;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  roles: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
});

interface Props {
  open: boolean;
  partnerId: string;
  partner: string;
  onClose: () => void;
}

/** Asks a partner for an offer, in one's own words. */
export function AskForOffer(props: Props) {
  const { open, onClose } = props;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <Body {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Body(props: Props) {
  const { partnerId, partner, onClose } = props;
  const styles = useStyles();
  const tell = useToast();
  const [message, setMessage] = useState('');
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [ask, busy] = useAskForOffer();
  const words = useRef<HTMLTextAreaElement>(null);
  const left = maxMessage - [...message.trim()].length;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setError(null);
    try {
      if (message.trim() === '') {
        throw new UserErrors([{ code: 'INVALID', message: 'Write what you need.', field: ['input', 'message'] }]);
      }
      await ask({ input: { partnerId, message: message.trim(), roles: roles as Role[] } });
    } catch (caught) {
      setError(caught);
      words.current?.focus();
      return;
    }
    tell(`${partner} gets what you asked`, {
      body: 'Its offer comes by mail. Nobody has access before you accept it.',
    });
    onClose();
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const fault = faults?.for('message');
  const rest = faults ? faults.except('message') : error === null ? undefined : messageOf(error);
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <DialogTitle>Ask {partner} for an offer</DialogTitle>
        <DialogContent className={styles.content}>
          <Text>
            {partner} gets a mail with the name of your organization, your own name and address, and what you write
            here. Asking gives nobody access.
          </Text>
          {rest && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{rest}</MessageBarBody>
            </MessageBar>
          )}
          <Field
            label="What you need"
            required
            hint={`${left.toLocaleString('en')} of ${maxMessage} characters left.`}
            {...(fault ? { validationMessage: fault, validationState: 'error' as const } : {})}
          >
            <Textarea
              ref={words}
              rows={4}
              resize="vertical"
              value={message}
              onChange={(_, data) => setMessage(data.value)}
            />
          </Field>
          <fieldset className={styles.roles}>
            <legend className={styles.legend}>Roles that you think of (optional)</legend>
            <RoleCheckboxes roles={roles} onRoles={setRoles} />
          </fieldset>
        </DialogContent>
        <DialogActions>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={busy}
            {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
          >
            Ask
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
