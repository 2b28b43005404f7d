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
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { type FormEvent, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { NewUserForm_organization$key } from '../../__generated__/NewUserForm_organization.graphql';
import type { Role } from '../../__generated__/useCreateUsersMutation.graphql';
import { LinkButton } from '../../components/LinkButton';
import { RoleCheckboxes } from '../../components/RoleCheckboxes';
import { useToast } from '../../components/Toasts';
import { messageOf, UserErrors } from '../../graphql/errors';
import { partsOf, UserNameField } from './UserNameField';
import { useCreateUsers } from './useCreateUsers';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '560px' },
  roles: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The form of a new user. `onCreated` gets their id. */
export function NewUserForm(props: {
  organization: NewUserForm_organization$key;
  base: string;
  onCreated: (id: string) => void;
}) {
  const { base, onCreated } = props;
  const organization = useFragment(
    graphql`
      fragment NewUserForm_organization on Organization {
        id
        assignableRoles
        ...UserNameField_organization
        domains(first: 100) {
          edges {
            node {
              name
              verifiedAt
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const tell = useToast();
  const firstDomain = organization.domains.edges.find(({ node }) => node.verifiedAt)?.node.name ?? '';
  const [displayName, setDisplayName] = useState('');
  const [userName, setUserName] = useState(`@${firstDomain}`);
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [create, busy] = useCreateUsers();
  const element = useRef<HTMLFormElement>(null);

  const missing = {
    displayName: displayName.trim() === '' ? 'Enter their name.' : undefined,
    userName: partsOf(userName)[0].trim() === '' ? 'Enter what they sign in with.' : undefined,
  };
  const focusFault = () =>
    setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    setError(null);
    if (missing.displayName || missing.userName) return focusFault();
    const user = {
      displayName: displayName.trim(),
      userName: userName.trim(),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      roles: roles as Role[],
    };
    try {
      const { createUsers } = await create({ input: { organizationId: organization.id, users: [user] } });
      const [result] = createUsers.results;
      if (!result || result.userErrors.length > 0) throw new UserErrors(result?.userErrors ?? []);
      if (!result.user) return;
      tell(result.created ? `${result.user.displayName} was created` : `${result.user.displayName} was there already`, {
        body: result.user.email
          ? `A one-time link to choose a password goes to ${result.user.email}.`
          : 'They have no address: make a one-time code, and hand it over.',
      });
      onCreated(result.user.id);
    } catch (caught) {
      setError(caught);
      focusFault();
    }
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const rest = faults
    ? faults.except('displayName', 'userName', 'email', 'roles')
    : error === null
      ? undefined
      : messageOf(error);
  const fault = (name: 'displayName' | 'userName' | 'email') =>
    (tried && name !== 'email' ? missing[name] : undefined) ?? faults?.for(name);
  const shown = (name: 'displayName' | 'email') => {
    const message = fault(name);
    return message === undefined ? {} : { validationMessage: message };
  };
  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      aria-label="Add a user"
      onSubmit={(event) => void submit(event)}
    >
      <Field label="Name" required {...shown('displayName')}>
        <Input
          name="displayName"
          autoComplete="off"
          maxLength={256}
          value={displayName}
          onChange={(_, data) => setDisplayName(data.value)}
        />
      </Field>
      <UserNameField organization={organization} value={userName} fault={fault('userName')} onChange={setUserName} />
      <Field
        label="Address for the link"
        hint="Where they read mail now. Without one, an admin of the organization hands over a one-time code."
        {...shown('email')}
      >
        <Input
          name="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={(_, data) => setEmail(data.value)}
        />
      </Field>
      {organization.assignableRoles.length > 0 && (
        <fieldset className={styles.roles}>
          <legend>Roles (optional)</legend>
          <RoleCheckboxes offered={organization.assignableRoles} roles={roles} onRoles={setRoles} />
        </fieldset>
      )}
      {faults?.for('roles') && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{faults.for('roles')}</MessageBarBody>
        </MessageBar>
      )}
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{rest}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy}
          icon={busy ? <Spinner size="tiny" /> : <PersonAddRegular />}
        >
          Add
        </Button>
        <LinkButton to={base as string}>Cancel</LinkButton>
      </div>
    </form>
  );
}
