import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import type { SubscriptionSummary_product$key } from '../../__generated__/SubscriptionSummary_product.graphql';
import { messageOf, UserErrors } from '../../graphql/errors';
import { roleName, sortRoles } from '../../lib/roles';
import { longDate } from '../../lib/time';
import { lastDay } from './HowLong';
import { faultsOf, type NewOrganization, NewOrganizationFields } from './NewOrganizationFields';
import type { Choice } from './OfferReview';
import { StepHeading } from './StepHeading';
import { SubscriptionSummary, type SubscriptionTerms } from './SubscriptionSummary';

const fields = ['displayName', 'domainLabel', 'administratorDisplayName', 'administratorUserName', 'password'] as const;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The trial or purchase: an existing organization confirms it, a new one is created for it. */
export function AccountStep(props: {
  partner: string;
  /** The organization that takes it; null when a new one is created. */
  customer: string | null;
  /** Whether delegated administration comes with it. */
  administers: boolean;
  choice: Choice;
  subscription: SubscriptionTerms;
  product: SubscriptionSummary_product$key;
  initialDomain: string;
  organization: NewOrganization;
  busy: boolean;
  error: unknown;
  onOrganization: (organization: NewOrganization) => void;
  onAccept: () => void;
  onBack: () => void;
}) {
  const { partner, customer, administers, choice, subscription, product, initialDomain } = props;
  const { organization, busy, error, onOrganization, onAccept, onBack } = props;
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const creates = customer === null;
  const trial = subscription.kind === 'TRIAL';
  const refused = error instanceof UserErrors ? error : undefined;
  const rest = refused ? refused.except(...fields) : error === null ? undefined : messageOf(error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const faults = creates ? faultsOf(organization) : {};
    const first = fields.find((name) => faults[name]);
    if (first) form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
    else onAccept();
  };

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <StepHeading>
        {creates
          ? 'Create your account'
          : trial
            ? `Start the trial for ${customer}`
            : `Confirm the purchase for ${customer}`}
      </StepHeading>
      <SubscriptionSummary subscription={subscription} product={product} />
      <Text>
        {administers
          ? `Delegated administration: Yes. ${partner} may act as ${sortRoles(choice.roles).map(roleName).join(', ')} until ${longDate(lastDay(choice.days))}.`
          : `Delegated administration: No. ${partner} gets no access.`}
      </Text>
      {creates && (
        <>
          <Text>
            No organization here owns the address that this offer was sent to, so a new one is created for the{' '}
            {trial ? 'trial' : 'purchase'}. You become its first Global Administrator.
          </Text>
          <NewOrganizationFields
            organization={organization}
            initialDomain={initialDomain}
            tried={tried}
            refused={refused}
            onChange={onOrganization}
          />
        </>
      )}
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>Nothing was accepted.</MessageBarTitle> {rest}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button disabled={busy} onClick={onBack}>
          Back
        </Button>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy}
          {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
        >
          {creates ? (trial ? 'Create and start the trial' : 'Create and buy') : trial ? 'Start the trial' : 'Buy'}
        </Button>
      </div>
    </form>
  );
}
