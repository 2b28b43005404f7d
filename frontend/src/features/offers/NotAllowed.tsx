import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { messageOf } from '../../graphql/errors';
import { useSession } from '../../graphql/session';
import { StepHeading } from './StepHeading';
import { useSignOut } from './useSignOut';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  status: { minHeight: '20px', color: tokens.colorNeutralForeground2 },
});

/** For somebody who is signed in but may not accept: who can, and how to bring the offer to them. */
export function NotAllowed(props: {
  partner: string;
  hint: string | null;
  /** The offer is one of the viewer's own partner. */
  own: boolean;
  /** The offer is for the viewer's organization. */
  addressed: boolean;
  onDecline?: (() => void) | undefined;
  /** Another person will answer: what this one chose is not theirs. */
  onLeave: () => void;
}) {
  const { partner, hint, own, addressed, onDecline, onLeave } = props;
  const styles = useStyles();
  const router = useRouter();
  const session = useSession();
  const [signOut, busy] = useSignOut();
  const [told, setTold] = useState('');

  const copy = async (then = '') => {
    try {
      await navigator.clipboard.writeText(window.location.origin + router.latestLocation.href);
      setTold(`The link is copied.${then}`);
    } catch {
      setTold('The link could not be copied. Copy it from the address bar.');
    }
  };
  const change = async () => {
    try {
      await signOut({});
    } catch (error) {
      setTold(`You are still signed in. ${messageOf(error)}`);
      return;
    }
    onLeave();
    session.renew();
  };
  return (
    <section className={styles.root}>
      <StepHeading>Delegated administration</StepHeading>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>You can’t accept this offer.</MessageBarTitle>{' '}
          {own
            ? 'It is an offer of your own organization: the customer answers it.'
            : (hint ?? 'A Global Administrator of the organization that it is addressed to can.')}
        </MessageBarBody>
      </MessageBar>
      {addressed && (
        <>
          <Text>
            Send the link to your administrator. Whoever has it may read the offer; only a Global Administrator who
            signs in can accept it.
          </Text>
          <div className={styles.actions}>
            {/* The mail is written in another program, perhaps on the web: the link goes there by hand, not in an address. */}
            <Button
              as="a"
              appearance="primary"
              icon={<MailRegular />}
              href={mailTo(partner)}
              onClick={() => void copy(' Paste it into the mail.')}
            >
              Send to your administrator
            </Button>
            <Button icon={<CopyRegular />} onClick={() => void copy()}>
              Copy the link
            </Button>
          </div>
        </>
      )}
      <div className={styles.actions}>
        {!own && (
          <Button disabled={busy} onClick={() => void change()}>
            Use another account
          </Button>
        )}
        {onDecline && <Button onClick={onDecline}>Decline the offer</Button>}
      </div>
      <Text role="status" className={styles.status}>
        {told}
      </Text>
    </section>
  );
}

function mailTo(partner: string): string {
  const subject = `${partner} asks to be a delegated admin of our organization`;
  const body = `${partner} sent us an offer that only a Global Administrator can answer.\n\nHere is its link (I copied it; paste):\n\n`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
