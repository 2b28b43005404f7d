import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { messageOf, UserErrors } from '../../graphql/errors';
import { useSession } from '../../graphql/session';
import { passwordMax, passwordMin } from '../../lib/password';
import { PasswordForm } from './PasswordForm';
import { useRedeemSignInLink } from './useRedeemSignInLink';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** Where a one-time sign-in link leads: choose a password, and be signed in. */
export function SignInLinkPage() {
  const router = useRouter();
  const [token] = useState(() => router.latestLocation.hash);
  const [redeem, busy] = useRedeemSignInLink();
  const [error, setError] = useState<unknown>(null);
  const session = useSession();
  const styles = useStyles();

  if (token === '') {
    return (
      <>
        <PageHeader title="Choose a password" />
        <EmptyState
          title="This link is not whole"
          action={
            <LinkButton to="/sign-in" appearance="primary">
              Go to Sign in
            </LinkButton>
          }
        >
          Something is missing at its end. Copy the whole link, up to its last character, and open it again.
        </EmptyState>
      </>
    );
  }

  const submit = async (newPassword: string) => {
    setError(null);
    try {
      await redeem({ input: { token, newPassword } });
    } catch (caught) {
      setError(caught);
      return;
    }
    session.renew();
    router.history.replace('/'); // the link has done its work: it leaves the address
  };

  const forPassword = error instanceof UserErrors ? error.for('newPassword') : undefined;
  const rest =
    error instanceof UserErrors ? error.except('newPassword') : error === null ? undefined : messageOf(error);
  return (
    <div className={styles.root}>
      <PageHeader
        title="Choose a password"
        sentence={`This link signs you in once. Choose the password that you will use from then on: ${passwordMin} to ${passwordMax} characters.`}
      />
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{rest}</MessageBarBody>
        </MessageBar>
      )}
      <PasswordForm busy={busy} error={forPassword} onSubmit={submit} />
    </div>
  );
}
