import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { ContactCard_organization$key } from '../../__generated__/ContactCard_organization.graphql';
import { Facts } from '../../components/Facts';
import { useToast } from '../../components/Toasts';
import { ApiError, messageOf, UserErrors } from '../../graphql/errors';
import { Card } from './Card';
import { useUpdateContact } from './useUpdateContact';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '400px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
});

/** The technical contact of an organization, and the form to keep it current for those who may. */
export function ContactCard(props: { organization: ContactCard_organization$key; onGone: () => void }) {
  const organization = useFragment(
    graphql`
      fragment ContactCard_organization on Organization {
        id
        displayName
        viewerCanUpdateContact
        contact {
          name
          email
          phone
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const { contact, viewerCanUpdateContact } = organization;

  const close = () => {
    setEditing(false);
    setTimeout(() => editButton.current?.focus());
  };

  return (
    <Card
      title="Technical contact"
      action={
        viewerCanUpdateContact &&
        !editing && (
          <Button ref={editButton} size="small" icon={<EditRegular />} onClick={() => setEditing(true)}>
            Edit
          </Button>
        )
      }
    >
      {editing ? (
        <ContactForm
          organizationId={organization.id}
          name={contact?.name ?? ''}
          email={contact?.email ?? ''}
          phone={contact?.phone ?? ''}
          onGone={props.onGone}
          onClose={close}
        />
      ) : contact ? (
        <Facts
          facts={[
            ['Name', contact.name || 'not given'],
            ['E-mail', contact.email || 'not given'],
            ['Telephone', contact.phone || 'not given'],
          ]}
        />
      ) : (
        <Text className={styles.small}>There is none that you may see.</Text>
      )}
      {!viewerCanUpdateContact && (
        <Text size={200} className={styles.small}>
          Your roles here let you read it, not change it.
        </Text>
      )}
    </Card>
  );
}

function ContactForm(props: {
  organizationId: string;
  name: string;
  email: string;
  phone: string;
  onGone: () => void;
  onClose: () => void;
}) {
  const { organizationId, onGone, onClose } = props;
  const styles = useStyles();
  const tell = useToast();
  const [name, setName] = useState(props.name);
  const [email, setEmail] = useState(props.email);
  const [phone, setPhone] = useState(props.phone);
  const [error, setError] = useState<unknown>(null);
  const [update, busy] = useUpdateContact();
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setError(null);
    try {
      await update({ input: { organizationId, name: name.trim(), email: email.trim(), phone: phone.trim() } });
    } catch (caught) {
      if (caught instanceof ApiError && caught.code === 'NOT_FOUND') return onGone();
      setError(caught);
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    tell('Technical contact saved');
    onClose();
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const rest = faults ? faults.except('name', 'email', 'phone') : error === null ? undefined : messageOf(error);
  const field = (label: string, key: string, hint?: string) => ({
    label,
    ...(hint ? { hint } : {}),
    ...(faults?.for(key) ? { validationMessage: faults.for(key), validationState: 'error' as const } : {}),
  });
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{rest}</MessageBarBody>
        </MessageBar>
      )}
      <Field {...field('Name', 'name')} required>
        <Input ref={first} value={name} maxLength={256} autoComplete="off" onChange={(_, d) => setName(d.value)} />
      </Field>
      <Field {...field('E-mail', 'email')}>
        <Input
          value={email}
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="off"
          onChange={(_, d) => setEmail(d.value)}
        />
      </Field>
      <Field {...field('Telephone', 'phone')}>
        <Input type="tel" value={phone} maxLength={64} autoComplete="off" onChange={(_, d) => setPhone(d.value)} />
      </Field>
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy}
          {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
        >
          Save
        </Button>
        <Button disabled={busy} onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
