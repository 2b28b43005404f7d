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
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Still } from '../../components/Still';
import { messageOf, UserErrors } from '../../graphql/errors';
import { useAddDomain } from './useAddDomain';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface Props {
  open: boolean;
  organizationId: string;
  onClose: (added?: string) => void;
}

/** Asks for the name of a domain, and adds it: `onClose` gets its id. */
export function AddDomain(props: Props) {
  const { open, onClose } = props;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <Form {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Form(props: Props) {
  const { organizationId, onClose } = props;
  const styles = useStyles();
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [add, busy] = useAddDomain();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setError(null);
    try {
      const { addDomain } = await add({ input: { organizationId, name: name.trim() } });
      onClose(addDomain.domain?.id);
    } catch (caught) {
      setError(caught);
      field.current?.focus();
    }
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const fault = faults?.for('name');
  const rest = faults ? faults.except('name') : error === null ? undefined : messageOf(error);
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <DialogTitle>Add a domain</DialogTitle>
        <DialogContent className={styles.content}>
          <Text>
            Next you are shown a record to create where the domain is administered. It proves that the domain belongs to
            the organization; until then nothing changes.
          </Text>
          {rest && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{rest}</MessageBarBody>
            </MessageBar>
          )}
          <Field
            label="Domain"
            required
            hint="Such as contoso.example"
            {...(fault === undefined ? {} : { validationMessage: fault })}
          >
            <Input
              ref={field}
              value={name}
              maxLength={253}
              inputMode="url"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              onChange={(_, data) => setName(data.value)}
            />
          </Field>
        </DialogContent>
        <DialogActions>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={busy}
            {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
          >
            Add
          </Button>
          <Button disabled={busy} onClick={() => onClose()}>
            Cancel
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
