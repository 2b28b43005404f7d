import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { graphql } from 'react-relay';
import type { SignInPageQuery } from '../../__generated__/SignInPageQuery.graphql';
import { PageHeader } from '../../components/PageHeader';
import { TextSkeleton } from '../../components/skeletons';
import { TextLink } from '../../components/TextLink';
import { messageOf } from '../../graphql/errors';
import { useSession } from '../../graphql/session';
import { usePageQuery } from '../../graphql/usePageQuery';
import { safeReturnPath } from '../../lib/returnPath';
import { DemoAccounts } from './DemoAccounts';
import { SignInForm } from './SignInForm';
import { useSignIn } from './useSignIn';

const route = getRouteApi('/plain/sign-in');
const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  code: { display: 'inline-block', marginTop: tokens.spacingVerticalL },
});

/** Where people sign in; afterwards they go on to the page that they wanted. */
export function SignInPage() {
  const { return: wanted } = route.useSearch();
  const back = safeReturnPath(wanted);
  const { installation, viewer } = usePageQuery<SignInPageQuery>(
    graphql`
      query SignInPageQuery {
        installation {
          demoAccounts {
            userName
          }
          ...DemoAccounts_installation
        }
        viewer {
          user {
            id
          }
        }
      }
    `,
    {},
  );
  const [signIn, busy] = useSignIn();
  const [error, setError] = useState<unknown>(null);
  const session = useSession();
  const styles = useStyles();

  if (viewer) return <GoOn to={back} />;

  const submit = async (userName: string, password: string) => {
    setError(null);
    try {
      await signIn({ input: { userName, password } });
    } catch (caught) {
      setError(caught);
      return false;
    }
    session.renew(); // reads again who is signed in: then this page goes on by itself
    return true;
  };

  return (
    <div className={styles.root}>
      <div>
        <PageHeader
          title="Sign in"
          sentence={
            back === '/authorize'
              ? 'Sign in with your work account to answer the offer. You come back to it right after.'
              : 'Use your work account.'
          }
        />
        {error !== null && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{messageOf(error)}</MessageBarBody>
          </MessageBar>
        )}
        <SignInForm busy={busy} onSubmit={submit} />
        <TextLink to="/password-code" className={styles.code}>
          Have a code?
        </TextLink>
      </div>
      {installation.demoAccounts.length > 0 && (
        <DemoAccounts installation={installation} busy={busy} onChoose={submit} />
      )}
    </div>
  );
}

/** Goes on to where the person wanted to be, and takes along what stands behind #: a link's token, which no server sees. */
function GoOn(props: { to: string }) {
  const { history, latestLocation } = useRouter();
  const { hash } = latestLocation;
  const target = props.to + (hash && props.to !== '/' ? `#${hash}` : '');
  useEffect(() => history.replace(target), [history, target]);
  return <TextSkeleton />;
}
