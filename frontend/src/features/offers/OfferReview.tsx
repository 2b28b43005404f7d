import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { OfferReview_partner$key } from '../../__generated__/OfferReview_partner.graphql';
import type { SubscriptionSummary_product$key } from '../../__generated__/SubscriptionSummary_product.graphql';
import type { TermsBox_terms$key } from '../../__generated__/TermsBox_terms.graphql';
import { PartnerFace } from '../../components/PartnerFace';
import { TermsBox } from '../../components/TermsBox';
import { HowLong } from './HowLong';
import { RequestedRoles } from './RequestedRoles';
import { SubscriptionSummary, type SubscriptionTerms } from './SubscriptionSummary';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { margin: 0 },
  message: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  quote: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** What the customer chose of what was asked for. */
export interface Choice {
  readonly roles: readonly string[];
  readonly days: number;
}

export interface OfferReviewProps {
  partner: OfferReview_partner$key;
  terms: TermsBox_terms$key;
  sentBy: string;
  message: string | null | undefined;
  requestedRoles: readonly string[];
  durationDays: number;
  subscription?: { terms: SubscriptionTerms; product: SubscriptionSummary_product$key } | null;
  choice: Choice;
  /** Without it nothing can be struck or shortened. */
  onChoice?: ((choice: Choice) => void) | undefined;
  rolesError?: string | undefined;
  durationError?: string | undefined;
}

/** What a customer reads before deciding: who asks, what it may do, for how long, and under which terms. */
export function OfferReview(props: OfferReviewProps) {
  const { sentBy, message, requestedRoles, durationDays, subscription, choice, onChoice } = props;
  const partner = useFragment(
    graphql`
      fragment OfferReview_partner on Partner {
        name
        ...PartnerFace_partner
      }
    `,
    props.partner,
  );
  const styles = useStyles();
  const { name } = partner;
  return (
    <div className={styles.root}>
      <Section title="Who asks">
        <PartnerFace partner={partner} />
        {message ? (
          <figure className={styles.message}>
            <Text as="span" size={200} className={styles.detail}>
              {sentBy} of {name} writes, in their own words:
            </Text>
            <blockquote className={styles.quote}>{message}</blockquote>
          </figure>
        ) : (
          <Text className={styles.detail}>
            {sentBy} of {name} sent this offer.
          </Text>
        )}
      </Section>
      <Section title="What it may do">
        {onChoice && (
          <Text className={styles.detail}>
            {name} asks for {requestedRoles.length === 1 ? 'this role' : 'these roles'}. Clear the box of one to strike
            it.
          </Text>
        )}
        {props.rolesError && (
          <Text role="alert" className={styles.error}>
            {props.rolesError}
          </Text>
        )}
        <RequestedRoles
          roles={requestedRoles}
          kept={choice.roles}
          onKeep={
            onChoice &&
            ((role, keep) =>
              onChoice({
                ...choice,
                roles: requestedRoles.filter((r) => (r === role ? keep : choice.roles.includes(r))),
              }))
          }
        />
      </Section>
      <Section title="How long">
        {props.durationError && (
          <Text role="alert" className={styles.error}>
            {props.durationError}
          </Text>
        )}
        <HowLong
          requested={durationDays}
          days={choice.days}
          onDays={onChoice && ((days) => onChoice({ ...choice, days }))}
        />
      </Section>
      {subscription && (
        <Section
          title={subscription.terms.kind === 'TRIAL' ? 'The trial that comes along' : 'The purchase that comes along'}
        >
          <SubscriptionSummary subscription={subscription.terms} product={subscription.product} />
        </Section>
      )}
      <Section title={`Terms of ${name}`}>
        <TermsBox partner={name} terms={props.terms} />
      </Section>
    </div>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.heading}>
        {props.title}
      </Subtitle2>
      {props.children}
    </section>
  );
}
