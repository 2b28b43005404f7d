import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { passwordMax, passwordMin } from '../../lib/password';
import { ChoosePassword } from './ChoosePassword';
import { useRedeemSignInLink } from './useRedeemSignInLink';

/** Where a one-time sign-in link leads: choose a password, and be signed in. */
export function SignInLinkPage() {
  const router = useRouter();
  const [token] = useState(() => router.latestLocation.hash);
  const [redeem, busy] = useRedeemSignInLink();

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
  return (
    <ChoosePassword
      sentence={`This link signs you in once. Choose the password that you will use from then on: ${passwordMin} to ${passwordMax} characters.`}
      busy={busy}
      onChoose={(newPassword) => redeem({ input: { token, newPassword } })}
    />
  );
}
