import { LinkDismissRegular } from '@fluentui/react-icons/svg/link-dismiss';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { useRelayEnvironment } from 'react-relay';
import { evict } from '../graphql/evict';
import { workFor } from '../lib/justification';
import { CalmBoundary } from './CalmBoundary';
import { EmptyState } from './EmptyState';
import { LinkButton } from './LinkButton';
import { PageBoundary } from './PageBoundary';
import { PageHeader } from './PageHeader';
import { useDelegationChanges } from './useDelegationChanges';

/** What a page of a customer needs to read of it, and to tell, for as long as the access lasts. */
export interface Access {
  /** Another one asks again: pass it to the page's query, with the policy `network-only`. */
  readonly fetchKey: string;
  /** The page has found out through which delegation it reads. */
  readonly onDelegation: (id: string) => void;
  /** What is shown may be over: throw it away and ask. */
  readonly onGone: () => void;
}

/**
 * Around every page of a customer's organization. Shows nothing of it any longer than the access to it lasts: when the
 * delegation ends, what is on screen and what the store knows goes at once. A page that finds no delegation throws
 * NOT_FOUND, as the API does.
 */
export function OnBehalf(props: {
  organizationId: string;
  skeleton: ReactNode;
  children: (access: Access) => ReactNode;
}) {
  return <Lives key={props.organizationId} {...props} />;
}

function Lives(props: { organizationId: string; skeleton: ReactNode; children: (access: Access) => ReactNode }) {
  const { organizationId: id, skeleton, children } = props;
  const environment = useRelayEnvironment();
  // Another life throws away what is on screen; another reading keeps it until the answer is there.
  const [life, setLife] = useState(0);
  const [reading, setReading] = useState(0);
  const [, startTransition] = useTransition();
  const delegationId = useRef<string>(undefined);

  const readAgain = () => startTransition(() => setReading((n) => n + 1));
  const doubt = () => {
    evict(environment, [id, delegationId.current]);
    setLife((n) => n + 1);
  };

  useDelegationChanges(
    () => undefined,
    (change) => {
      if (change === null) readAgain();
      else if (change.delegationId === delegationId.current) {
        if (change.kind === 'ENDED' || !change.delegation) doubt();
        else readAgain();
      } else if (change.kind === 'ADDED') readAgain(); // perhaps this customer accepted a new offer
    },
  );

  useEffect(() => {
    workFor(id);
    return () => workFor(undefined);
  }, [id]);

  const wake = useEffectEvent((fresh: boolean) => (fresh ? doubt() : readAgain()));
  useEffect(() => {
    // A page that the browser kept and brings back with Back or Forward shows what was true when it was left.
    const onPageShow = (event: PageTransitionEvent) => event.persisted && wake(true);
    const onVisibility = () => document.visibilityState === 'visible' && wake(false);
    window.addEventListener('pageshow', onPageShow);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('pageshow', onPageShow);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, []);

  const access = {
    fetchKey: `${life}.${reading}`,
    onDelegation: (found: string) => {
      delegationId.current = found;
    },
    onGone: doubt,
  };
  return (
    <PageBoundary key={life} skeleton={skeleton} resetKey={`${reading}`}>
      <CalmBoundary
        resetKey={`${reading}`}
        calm={{ NOT_FOUND: <Ended onShow={() => evict(environment, [id, delegationId.current])} /> }}
      >
        {children(access)}
      </CalmBoundary>
    </PageBoundary>
  );
}

function Ended(props: { onShow: () => void }) {
  const show = useEffectEvent(props.onShow);
  useEffect(() => show(), []);
  return (
    <>
      <PageHeader title="Customer" breadcrumb={[{ label: 'Customers', to: '/partner/customers' }]} />
      <div role="alert">
        <EmptyState
          title="Your access to this customer has ended."
          icon={<LinkDismissRegular />}
          action={
            <LinkButton to="/partner/customers" appearance="primary">
              Go to Customers
            </LinkButton>
          }
        >
          The delegation was deleted, its time is over, or none of your groups holds a role there any more. Nothing of
          the customer’s organization is on this page any more.
        </EmptyState>
      </div>
    </>
  );
}
