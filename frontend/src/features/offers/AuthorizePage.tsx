import { useLocation } from '@tanstack/react-router';
import { startTransition, useState } from 'react';
import { graphql } from 'react-relay';
import type { AuthorizePageQuery } from '../../__generated__/AuthorizePageQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { useSession } from '../../graphql/session';
import { usePageQuery } from '../../graphql/usePageQuery';
import { expectArrival } from '../../lib/arrival';
import { AnsweredOffer } from './AnsweredOffer';
import { Authorization } from './Authorization';
import { Done, type Outcome } from './Done';
import { ReportOffer } from './ReportOffer';

/** Where the link of an offer's mail leads: read the offer, then say Yes or No. Works signed out. */
export function AuthorizePage() {
  const token = useLocation({ select: (location) => location.hash });
  // Another link in the same tab starts over.
  return token === '' ? <BrokenLink /> : <ForToken key={token} token={token} />;
}

function ForToken(props: { token: string }) {
  const { token } = props;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const session = useSession();
  const finish = (result: Outcome) => {
    expectArrival();
    setOutcome(result);
    // Accepting for a new organization has signed its administrator in.
    if (result.signedInAs) startTransition(() => session.renew());
  };
  return outcome ? <Done outcome={outcome} /> : <Offer token={token} onDone={finish} />;
}

function Offer(props: { token: string; onDone: (outcome: Outcome) => void }) {
  const { token, onDone } = props;
  const [asked, setAsked] = useState(0);
  const { offer, viewer, installation } = usePageQuery<AuthorizePageQuery>(
    graphql`
      query AuthorizePageQuery($token: String!) {
        offer(token: $token) {
          status
          partner {
            name
          }
          ...Authorization_offer
          ...AnsweredOffer_offer
        }
        viewer {
          ...Authorization_viewer
          ...AnsweredOffer_viewer
        }
        installation {
          ...Authorization_installation
        }
      }
    `,
    { token },
    { fetchKey: asked, fetchPolicy: asked === 0 ? 'store-and-network' : 'network-only' },
  );
  if (!offer) return <BrokenLink />;
  return (
    <>
      {offer.status === 'PENDING' ? (
        <Authorization
          token={token}
          offer={offer}
          viewer={viewer ?? null}
          installation={installation}
          onDone={onDone}
          onReadAgain={() => startTransition(() => setAsked((n) => n + 1))}
        />
      ) : (
        <AnsweredOffer offer={offer} viewer={viewer ?? null} />
      )}
      <ReportOffer token={token} partner={offer.partner.name} />
    </>
  );
}

function BrokenLink() {
  return (
    <>
      <PageHeader title="This link leads to no offer" documentTitle="Authorization" />
      <EmptyState
        title="Something may be missing at its end"
        action={
          <LinkButton to="/" appearance="primary">
            Go to Home
          </LinkButton>
        }
      >
        Copy the whole link from the mail, up to its last character, and open it again. When the partner sends an offer
        again, only the link in the newest mail works.
      </EmptyState>
    </>
  );
}
