import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { Authorization_installation$key } from '../../__generated__/Authorization_installation.graphql';
import type { Authorization_offer$key } from '../../__generated__/Authorization_offer.graphql';
import type { Authorization_viewer$key } from '../../__generated__/Authorization_viewer.graphql';
import type { AcceptOfferInput } from '../../__generated__/useAcceptOfferMutation.graphql';
import { PageHeader } from '../../components/PageHeader';
import { UserErrors } from '../../graphql/errors';
import { expectArrival } from '../../lib/arrival';
import { longDate } from '../../lib/time';
import { AccountStep } from './AccountStep';
import { type Answer, DecideForm } from './DecideForm';
import { DeclineStep } from './DeclineStep';
import type { Outcome } from './Done';
import { forgetDraft, keepDraft, keptDraft } from './draft';
import { emptyOrganization, type NewOrganization } from './NewOrganizationFields';
import { NotAllowed } from './NotAllowed';
import { OfferExtents } from './OfferExtents';
import { type Choice, OfferReview } from './OfferReview';
import { Steps } from './Steps';
import { useAcceptOffer } from './useAcceptOffer';
import { useDeclineOffer } from './useDeclineOffer';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  who: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

type View = 'offer' | 'decline' | 'account';

/** An offer that waits for an answer: read it, decide, and where something came along, confirm the account. */
export function Authorization(props: {
  token: string;
  offer: Authorization_offer$key;
  viewer: Authorization_viewer$key | null;
  installation: Authorization_installation$key;
  onDone: (outcome: Outcome) => void;
  /** The offer is not what it was: read it again. */
  onReadAgain: () => void;
}) {
  const { token, onDone, onReadAgain } = props;
  const offer = useFragment(
    graphql`
      fragment Authorization_offer on Offer {
        customerEmail
        customer {
          displayName
        }
        partner {
          name
          ...OfferReview_partner
        }
        requestedRoles
        durationDays
        message
        sentBy
        terms {
          sha256
          ...TermsBox_terms
        }
        subscription {
          kind
          seats
          termMonths
          product {
            ...SubscriptionSummary_product
          }
        }
        replaces {
          expiresAt
          roles
        }
        expiresAt
        viewerCanAccept
        viewerCanDecline
        viewerCanManage
        canCreateOrganization
        acceptHint
      }
    `,
    props.offer,
  );
  const viewer = useFragment(
    graphql`
      fragment Authorization_viewer on Viewer {
        user {
          displayName
          userName
        }
        organization {
          displayName
        }
      }
    `,
    props.viewer,
  );
  const { initialDomain } = useFragment(
    graphql`
      fragment Authorization_installation on Installation {
        initialDomain
      }
    `,
    props.installation,
  );
  const styles = useStyles();
  const navigate = useNavigate();
  const [draft] = useState(() => keptDraft(token));
  useEffect(forgetDraft, []);
  const [choice, setChoice] = useState<Choice>(
    draft?.choice ?? { roles: offer.requestedRoles, days: offer.durationDays },
  );
  const [answer, setAnswer] = useState<Answer | undefined>(draft?.answer);
  const [organization, setOrganization] = useState<NewOrganization>(emptyOrganization);
  const [reason, setReason] = useState('');
  const [view, setView] = useState<View>('offer');
  const [error, setError] = useState<unknown>(null);
  const [termsChanged, setTermsChanged] = useState(false);
  const [accept, accepting] = useAcceptOffer();
  const [decline, declining] = useDeclineOffer();

  const { partner, subscription, replaces } = offer;
  const customer = offer.customer?.displayName;
  const creates = !viewer && offer.canCreateOrganization;
  const mayAnswer = offer.viewerCanAccept || !viewer; // signed out: whoever it is, they sign in first
  const refused = error instanceof UserErrors ? error : undefined;

  const go = (to: View) => {
    expectArrival();
    setError(null);
    setView(to);
  };
  const next = (chosen: Answer) => {
    if (!viewer && !creates) {
      keepDraft(token, { choice, answer: chosen });
      void navigate({ to: '/sign-in', search: { return: '/authorize' }, hash: token });
    } else if (subscription) go('account');
    else if (chosen === 'no') go('decline');
    else void send();
  };
  const fail = (caught: unknown) => {
    setError(caught);
    if (!(caught instanceof UserErrors)) return;
    if (caught.has('TERMS_CHANGED')) {
      expectArrival();
      setTermsChanged(true);
      setAnswer(undefined);
      setView('offer');
      setError(null);
      onReadAgain();
    } else if (caught.has('ALREADY_ANSWERED') || caught.has('EXPIRED')) {
      onReadAgain();
    } else if (caught.for('roles') || caught.for('durationDays') || caught.for('delegatedAdministration')) {
      expectArrival();
      setView('offer');
    }
  };

  const send = async () => {
    setError(null);
    const yes = answer === 'yes';
    const input: AcceptOfferInput = {
      token,
      delegatedAdministration: yes,
      termsSha256: offer.terms.sha256,
      ...(yes ? { roles: choice.roles as NonNullable<AcceptOfferInput['roles']>, durationDays: choice.days } : {}),
      ...(creates ? { newOrganization: trimmed(organization) } : {}),
    };
    let response: Awaited<ReturnType<typeof accept>>;
    try {
      response = await accept({ input });
    } catch (caught) {
      fail(caught);
      return;
    }
    const { delegation, subscription: begun, viewer: now } = response.acceptOffer;
    onDone({
      partner: partner.name,
      customer: now?.organization.displayName ?? customer ?? 'your organization',
      declined: false,
      delegation: delegation
        ? {
            id: delegation.id,
            roles: delegation.roles,
            expiresAt: delegation.expiresAt,
            receipt: delegation.receipts[0] ?? null,
            replaced: Boolean(replaces),
          }
        : null,
      subscription: begun
        ? { kind: begun.kind, product: begun.product.name, seats: begun.seats, endsAt: begun.endsAt }
        : null,
      signedInAs: creates ? (now?.user.userName ?? null) : null,
    });
  };

  const sendDecline = async () => {
    setError(null);
    try {
      await decline({ input: { token, reason: reason.trim() === '' ? null : reason } });
    } catch (caught) {
      fail(caught);
      return;
    }
    onDone({
      partner: partner.name,
      customer: customer ?? 'your organization',
      declined: true,
      delegation: null,
      subscription: null,
      signedInAs: null,
    });
  };

  const title = `${partner.name} asks to be a delegated admin of ${customer ?? 'your organization'}`;
  return (
    <>
      <PageHeader title={title} documentTitle={view === 'account' ? 'Account' : 'Authorization'} />
      <Steps
        current={view === 'account' ? 'Account' : view === 'decline' || (answer && mayAnswer) ? 'Decide' : 'Review'}
        account={Boolean(subscription)}
      />
      <div className={styles.root}>
        {view === 'offer' && (
          <>
            <Text className={styles.who}>
              Sent to {offer.customerEmail}. It can be answered until {longDate(offer.expiresAt)}.
              {viewer && ` You are signed in as ${viewer.user.displayName} (${viewer.user.userName}).`}
            </Text>
            {termsChanged && (
              <MessageBar intent="warning" layout="multiline" role="alert">
                <MessageBarBody>
                  <MessageBarTitle>The terms are not the ones that were shown.</MessageBarTitle> Nothing was accepted.
                  They stand below as they are now: read them again, then decide.
                </MessageBarBody>
              </MessageBar>
            )}
            <OfferReview
              partner={partner}
              terms={offer.terms}
              sentBy={offer.sentBy}
              message={offer.message}
              requestedRoles={offer.requestedRoles}
              durationDays={offer.durationDays}
              subscription={subscription ? { terms: subscription, product: subscription.product } : null}
              choice={choice}
              onChoice={mayAnswer ? setChoice : undefined}
              rolesError={refused?.for('roles')}
              durationError={refused?.for('durationDays')}
            />
            {offer.viewerCanAccept && choice.roles.length > 0 && (
              <OfferExtents token={token} roles={choice.roles} customer={customer ?? 'your organization'} />
            )}
            {mayAnswer ? (
              <DecideForm
                partner={partner.name}
                customer={customer ?? 'your organization'}
                choice={choice}
                answer={answer}
                subscription={subscription?.kind ?? null}
                replaces={replaces ?? null}
                signIn={!viewer && !creates}
                hint={viewer || creates ? null : (offer.acceptHint ?? null)}
                busy={accepting}
                error={error}
                onAnswer={setAnswer}
                onNext={next}
              />
            ) : (
              <NotAllowed
                partner={partner.name}
                hint={offer.acceptHint ?? null}
                own={offer.viewerCanManage}
                addressed={Boolean(offer.customer)}
                onLeave={() => setAnswer(undefined)}
                onDecline={offer.viewerCanDecline ? () => go('decline') : undefined}
              />
            )}
          </>
        )}
        {view === 'decline' && (
          <DeclineStep
            partner={partner.name}
            reason={reason}
            busy={declining}
            error={error}
            onReason={setReason}
            onDecline={() => void sendDecline()}
            onBack={() => go('offer')}
          />
        )}
        {view === 'account' && subscription && (
          <AccountStep
            partner={partner.name}
            customer={creates ? null : (customer ?? 'your organization')}
            administers={answer === 'yes'}
            choice={choice}
            subscription={subscription}
            product={subscription.product}
            initialDomain={initialDomain}
            organization={organization}
            busy={accepting}
            error={error}
            onOrganization={setOrganization}
            onAccept={() => void send()}
            onBack={() => go('offer')}
          />
        )}
      </div>
    </>
  );
}

function trimmed(organization: NewOrganization): NewOrganization {
  const { displayName, domainLabel, administratorDisplayName, administratorUserName, password } = organization;
  return {
    displayName: displayName.trim(),
    domainLabel: domainLabel.trim(),
    administratorDisplayName: administratorDisplayName.trim(),
    administratorUserName: administratorUserName.trim(),
    password,
  };
}
