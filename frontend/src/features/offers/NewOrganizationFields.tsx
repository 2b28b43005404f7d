import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { PasswordStrength } from '../../components/PasswordStrength';
import type { UserErrors } from '../../graphql/errors';
import { judgePassword } from '../../lib/password';

/** A new organization and its first Global Administrator. */
export interface NewOrganization {
  displayName: string;
  domainLabel: string;
  administratorDisplayName: string;
  administratorUserName: string;
  password: string;
}

export type Faults = { [name in keyof NewOrganization]?: string };

export const emptyOrganization: NewOrganization = {
  displayName: '',
  domainLabel: '',
  administratorDisplayName: '',
  administratorUserName: 'admin',
  password: '',
};

/** What is missing or can't be, by field. The server looks again. */
export function faultsOf(organization: NewOrganization): Faults {
  const faults: Faults = {};
  const { displayName, domainLabel, administratorDisplayName, administratorUserName, password } = organization;
  if (displayName.trim() === '') faults.displayName = 'Enter the name of your organization.';
  else if ([...displayName.trim()].length > 256) faults.displayName = 'At most 256 characters.';
  if (domainLabel.trim() === '') faults.domainLabel = 'Enter the first part of your domain.';
  else if (!/^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(domainLabel.trim())) {
    faults.domainLabel = 'Use 1 to 63 letters, digits and hyphens, with a letter or digit at both ends.';
  }
  if (administratorDisplayName.trim() === '') faults.administratorDisplayName = 'Enter your name.';
  if (administratorUserName.trim() === '') faults.administratorUserName = 'Enter the first part of your user name.';
  else if (/[\s@]/.test(administratorUserName.trim())) {
    faults.administratorUserName = 'Only the part before the @, without spaces.';
  }
  const { score, word, hint } = judgePassword(password);
  if (score === 0) faults.password = password === '' ? 'Choose a password.' : `${word}. ${hint}`;
  return faults;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '480px' },
  hint: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Asks for what a new organization needs. */
export function NewOrganizationFields(props: {
  organization: NewOrganization;
  initialDomain: string;
  /** After the first attempt: what is wrong stands beside its field. */
  tried: boolean;
  refused: UserErrors | undefined;
  onChange: (organization: NewOrganization) => void;
}) {
  const { organization, initialDomain, tried, refused, onChange } = props;
  const styles = useStyles();
  const id = useId();
  const [shown, setShown] = useState(false);
  const [ownLabel, setOwnLabel] = useState(
    () => organization.domainLabel !== '' && organization.domainLabel !== labelFor(organization.displayName),
  );
  const faults = tried ? faultsOf(organization) : {};
  const fault = (name: keyof NewOrganization) => faults[name] ?? refused?.for(name);
  const set = (change: Partial<NewOrganization>) => onChange({ ...organization, ...change });
  const domain = `${organization.domainLabel.trim().toLowerCase() || 'contoso'}.${initialDomain}`;
  return (
    <div className={styles.root}>
      <Field label="Name of the organization" required validationMessage={fault('displayName')}>
        <Input
          name="displayName"
          autoComplete="organization"
          value={organization.displayName}
          onChange={(_, { value }) =>
            set({ displayName: value, ...(ownLabel ? {} : { domainLabel: labelFor(value) }) })
          }
        />
      </Field>
      <Field
        label="First part of its domain"
        required
        hint={{
          className: styles.hint,
          children: organization.domainLabel.trim()
            ? `The organization begins with the domain ${domain}.`
            : `Such as contoso for contoso.${initialDomain}.`,
        }}
        validationMessage={fault('domainLabel')}
      >
        <Input
          name="domainLabel"
          autoCapitalize="none"
          spellCheck={false}
          value={organization.domainLabel}
          onChange={(_, { value }) => {
            setOwnLabel(true);
            set({ domainLabel: value });
          }}
        />
      </Field>
      <Field label="Your name" required validationMessage={fault('administratorDisplayName')}>
        <Input
          name="administratorDisplayName"
          autoComplete="name"
          value={organization.administratorDisplayName}
          onChange={(_, { value }) => set({ administratorDisplayName: value })}
        />
      </Field>
      <Field
        label="Your user name, before the @"
        required
        hint={{
          className: styles.hint,
          children: `You will sign in as ${organization.administratorUserName.trim() || 'admin'}@${domain}.`,
        }}
        validationMessage={fault('administratorUserName')}
      >
        <Input
          name="administratorUserName"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={organization.administratorUserName}
          onChange={(_, { value }) => set({ administratorUserName: value })}
        />
      </Field>
      <Field label="Password" required validationMessage={fault('password')}>
        <Input
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          aria-describedby={id}
          value={organization.password}
          onChange={(_, { value }) => set({ password: value })}
        />
      </Field>
      <PasswordStrength id={id} password={organization.password} />
      <Checkbox label="Show the password" checked={shown} onChange={(_, data) => setShown(data.checked === true)} />
    </div>
  );
}

/** “Contoso & Sons” → `contoso-sons`. */
function labelFor(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
}
