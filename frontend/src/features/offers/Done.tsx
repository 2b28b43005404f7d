import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { ReactNode } from 'react';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { roleName, sortRoles } from '../../lib/roles';
import { count, longDate } from '../../lib/time';
import { downloadReceipt, type SignedReceipt } from './receipt';
import { Steps } from './Steps';

/** What came of an answer. Plain values: the store may be a new one by now. */
export interface Outcome {
  readonly partner: string;
  readonly customer: string;
  readonly declined: boolean;
  readonly delegation: {
    readonly id: string;
    readonly roles: readonly string[];
    readonly expiresAt: string;
    readonly receipt: SignedReceipt | null;
    readonly replaced: boolean;
  } | null;
  readonly subscription: {
    readonly kind: string;
    readonly product: string;
    readonly seats: number;
    readonly endsAt: string;
  } | null;
  /** The user name of the first administrator of a new organization. */
  readonly signedInAs: string | null;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', rowGap: tokens.spacingVerticalXS },
  item: { overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The last step: what happened, what happens now, the receipt, and how to take it back. */
export function Done(props: { outcome: Outcome }) {
  const { partner, customer, declined, delegation, subscription, signedInAs } = props.outcome;
  const styles = useStyles();
  const trial = subscription?.kind === 'TRIAL';
  const title = declined
    ? `You declined the offer of ${partner}`
    : delegation
      ? `${partner} is now a delegated admin of ${customer}`
      : `The ${trial ? 'trial' : 'purchase'} has begun, without delegated administration`;
  const receipt = delegation?.receipt;
  return (
    <>
      <PageHeader title={title} documentTitle="Done" />
      <Steps current="Done" account={subscription !== null} />
      <div className={styles.root}>
        <Part title="What happened">
          {declined && <li>Nobody got access to anything. This offer is answered; its link no longer works.</li>}
          {signedInAs && (
            <li className={styles.item}>
              The organization {customer} was created, and you are signed in as its Global Administrator,{' '}
              <strong>{signedInAs}</strong>. Keep this user name: you sign in with it.
            </li>
          )}
          {delegation && (
            <li>
              {partner} may act in {customer} as {sortRoles(delegation.roles).map(roleName).join(', ')} until{' '}
              {longDate(delegation.expiresAt)}.
            </li>
          )}
          {delegation?.replaced && <li>This replaced its delegation from before, which has ended.</li>}
          {!declined && !delegation && (
            <li>
              {partner} gets no access to {customer}.
            </li>
          )}
          {subscription && (
            <li>
              The {trial ? 'trial' : 'purchase'} of {subscription.product} for {count(subscription.seats, 'seat')}{' '}
              {trial ? 'began; it ends by itself on' : 'began; it runs until'} {longDate(subscription.endsAt)}.
            </li>
          )}
        </Part>
        <Part title="What happens now">
          <li>
            {partner} is told by e-mail{declined ? '' : ', and so are you'}.
          </li>
          {delegation && (
            <>
              <li>Everything that {partner} does is listed under its name, with who did it and when.</li>
              <li>You are reminded by e-mail 30 days, 7 days and 1 day before it ends.</li>
            </>
          )}
          {declined && <li>To change your mind, ask {partner} to send a new offer.</li>}
        </Part>
        {delegation && (
          <Part title="How to take it back">
            <li>
              At any moment: in Support &gt; Manage delegated admins, select {partner}, then Delete. It stops at once.
            </li>
          </Part>
        )}
        {delegation && (
          <section className={styles.section}>
            <Subtitle2 as="h2" className={styles.heading}>
              Your receipt
            </Subtitle2>
            <Text>
              {receipt
                ? 'A signed record of what you agreed to. You can keep it and check it without this service.'
                : 'You find it among the details of the delegated admin.'}
            </Text>
          </section>
        )}
        <div className={styles.actions}>
          {delegation ? (
            <LinkButton appearance="primary" to="/support/delegated-admins" search={{ admin: delegation.id }}>
              Manage delegated admins
            </LinkButton>
          ) : (
            <LinkButton appearance="primary" to="/">
              Go to Home
            </LinkButton>
          )}
          {receipt && (
            <Button icon={<ArrowDownloadRegular />} onClick={() => downloadReceipt(receipt, partner)}>
              Download the receipt
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

function Part(props: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.heading}>
        {props.title}
      </Subtitle2>
      <ul className={styles.list}>{props.children}</ul>
    </section>
  );
}
