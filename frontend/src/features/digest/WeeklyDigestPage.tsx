import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from 'react-relay';
import type { WeeklyDigestPageMutation } from '../../__generated__/WeeklyDigestPageMutation.graphql';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { messageOf } from '../../graphql/errors';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  wide: { alignSelf: 'stretch' },
});

/** Where the link at the end of a weekly mail leads: turn that mail off, for its reader. */
export function WeeklyDigestPage() {
  const router = useRouter();
  const [token] = useState(() => router.latestLocation.hash);
  const [stop, busy] = useMutationWithErrors<WeeklyDigestPageMutation>(graphql`
    mutation WeeklyDigestPageMutation($input: StopWeeklyDigestInput!) {
      stopWeeklyDigest(input: $input) {
        alreadyOff
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
  const [done, setDone] = useState('');
  const [error, setError] = useState('');
  const styles = useStyles();

  if (token === '') {
    return (
      <>
        <PageHeader title="Weekly mail" />
        <EmptyState title="This link is not whole">
          Something is missing at its end. Copy the whole link, up to its last character, and open it again.
        </EmptyState>
      </>
    );
  }
  const submit = async () => {
    setError('');
    try {
      const { stopWeeklyDigest } = await stop({ input: { token } });
      setDone(stopWeeklyDigest.alreadyOff ? 'It is off already.' : 'You get no weekly mail any more.');
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  return (
    <div className={styles.root}>
      <PageHeader title="Weekly mail" />
      {error !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert" className={styles.wide}>
          <MessageBarBody>{error}</MessageBarBody>
        </MessageBar>
      )}
      {done !== '' ? (
        <>
          <Text role="status">{done} To have it again, sign in and open the menu under your name.</Text>
          <LinkButton to="/">Go to Home</LinkButton>
        </>
      ) : (
        <>
          <Text>
            Once a week you get a mail about what your delegated admins did, what was refused, and what was never used.
            You can stop it here, for yourself alone. Other mails still come.
          </Text>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void submit()}>
            Stop the weekly mail
          </Button>
        </>
      )}
    </div>
  );
}
