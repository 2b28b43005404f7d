import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { EditUserForm_user$key } from '../../__generated__/EditUserForm_user.graphql';
import type { UserNameField_organization$key } from '../../__generated__/UserNameField_organization.graphql';
import { useToast } from '../../components/Toasts';
import { messageOf, UserErrors } from '../../graphql/errors';
import { UserNameField } from './UserNameField';
import { useUpdateUser } from './useUpdateUser';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Changes the name and the user name of somebody, and for the organization's own admins the address. */
export function EditUserForm(props: {
  user: EditUserForm_user$key;
  organization: UserNameField_organization$key;
  onClose: () => void;
}) {
  const { organization, onClose } = props;
  const user = useFragment(
    graphql`
      fragment EditUserForm_user on User {
        id
        displayName
        userName
        email
        viewerCanChangeEmail
      }
    `,
    props.user,
  );
  const styles = useStyles();
  const tell = useToast();
  const [displayName, setDisplayName] = useState(user.displayName);
  const [userName, setUserName] = useState(user.userName);
  const [email, setEmail] = useState(user.email ?? '');
  const [error, setError] = useState<unknown>(null);
  const [update, busy] = useUpdateUser();
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setError(null);
    try {
      await update({
        input: {
          id: user.id,
          displayName: displayName.trim(),
          ...(userName === user.userName ? {} : { userName: userName.trim() }),
          ...(user.viewerCanChangeEmail && email.trim() !== (user.email ?? '') ? { email: email.trim() } : {}),
        },
      });
    } catch (caught) {
      setError(caught);
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    tell('The account was changed');
    onClose();
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const rest = faults
    ? faults.except('displayName', 'userName', 'email')
    : error === null
      ? undefined
      : messageOf(error);
  const shown = (name: string) => {
    const message = faults?.for(name);
    return message === undefined ? {} : { validationMessage: message };
  };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      aria-label="Edit the account"
      onSubmit={(event) => void submit(event)}
    >
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{rest}</MessageBarBody>
        </MessageBar>
      )}
      <Field label="Name" required {...shown('displayName')}>
        <Input
          ref={first}
          value={displayName}
          maxLength={256}
          autoComplete="off"
          onChange={(_, data) => setDisplayName(data.value)}
        />
      </Field>
      <UserNameField
        organization={organization}
        value={userName}
        fault={faults?.for('userName')}
        onChange={setUserName}
      />
      <Field
        label="Address"
        hint={
          user.viewerCanChangeEmail
            ? 'Where links to choose a password go. Empty for nowhere.'
            : 'Links to choose a password go there: only the organization’s own admins change it.'
        }
        {...shown('email')}
      >
        <Input
          value={email}
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="off"
          disabled={!user.viewerCanChangeEmail}
          onChange={(_, data) => setEmail(data.value)}
        />
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
