import { Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { UserNameField_organization$key } from '../../__generated__/UserNameField_organization.graphql';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
  at: { lineHeight: '32px', marginTop: '26px' },
  domain: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
});

/** What somebody signs in with: a name, and one of the organization's verified domains. */
export function UserNameField(props: {
  organization: UserNameField_organization$key;
  /** The whole of it; its domain is empty until one is chosen. */
  value: string;
  fault: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (userName: string) => void;
}) {
  const { value, fault, inputRef, onChange } = props;
  const organization = useFragment(
    graphql`
      fragment UserNameField_organization on Organization {
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
  const [name, domain] = partsOf(value);
  const verified = organization.domains.edges.flatMap(({ node }) => (node.verifiedAt ? [node.name] : []));
  // A domain that is none of theirs any more stays until another one is chosen.
  const domains = domain === '' || verified.includes(domain) ? verified : [domain, ...verified];
  const current = domain || (domains[0] ?? '');
  return (
    <div className={styles.root}>
      <Field
        label="User name"
        required
        className={styles.name}
        {...(fault === undefined ? {} : { validationMessage: fault })}
      >
        <Input
          ref={inputRef}
          name="userName"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(_, data) => {
            // Who pastes a whole user name chooses its domain too.
            const [typed, host] = partsOf(data.value);
            onChange(`${typed}@${host && domains.includes(host.toLowerCase()) ? host.toLowerCase() : current}`);
          }}
        />
      </Field>
      <Text aria-hidden className={styles.at}>
        @
      </Text>
      <Field label="Domain" className={styles.domain}>
        <Select value={current} onChange={(_, data) => onChange(`${name}@${data.value}`)}>
          {domains.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** The two sides of the last “@”. */
export function partsOf(userName: string): [name: string, domain: string] {
  const at = userName.lastIndexOf('@');
  return at < 0 ? [userName, ''] : [userName.slice(0, at), userName.slice(at + 1)];
}
