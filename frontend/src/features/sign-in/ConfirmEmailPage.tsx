import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from 'react-relay';
import type { ConfirmEmailPageMutation } from '../../__generated__/ConfirmEmailPageMutation.graphql';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { messageOf } from '../../graphql/errors';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  wide: { alignSelf: 'stretch' },
});

/** Where the link to the present address leads: confirm that mail is to go to another one. */
export function ConfirmEmailPage() {
  const router = useRouter();
  const [token] = useState(() => router.latestLocation.hash);
  const [confirm, busy] = useMutationWithErrors<ConfirmEmailPageMutation>(graphql`
    mutation ConfirmEmailPageMutation($input: ConfirmEmailChangeInput!) {
      confirmEmailChange(input: $input) {
        email
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  const [email, setEmail] = useState('');
  const [error, setError] = useState('');
  const styles = useStyles();

  if (token === '') {
    return (
      <>
        <PageHeader title="Confirm your new address" />
        <EmptyState title="This link is not whole">
          Something is missing at its end. Copy the whole link, up to its last character, and open it again.
        </EmptyState>
      </>
    );
  }
  const submit = async () => {
    setError('');
    try {
      const { confirmEmailChange } = await confirm({ input: { token } });
      setEmail(confirmEmailChange.email ?? '');
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  return (
    <div className={styles.root}>
      <PageHeader title="Confirm your new address" />
      {error !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert" className={styles.wide}>
          <MessageBarBody>{error}</MessageBarBody>
        </MessageBar>
      )}
      {email !== '' ? (
        <>
          <Text role="status">Mail about your account goes to {email} from now on.</Text>
          <LinkButton to="/">Go to Home</LinkButton>
        </>
      ) : (
        <>
          <Text>
            Mail about your account, and links to choose a password, will go to the address that the mail names. Confirm
            it only if you asked for it.
          </Text>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void submit()}>
            Use the new address
          </Button>
        </>
      )}
    </div>
  );
}
