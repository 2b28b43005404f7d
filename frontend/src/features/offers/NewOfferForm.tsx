import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Select,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { type FormEvent, useRef, useState } from 'react';
import type { RoleAssignments_viewer$key } from '../../__generated__/RoleAssignments_viewer.graphql';
import type { SubscriptionFields_products$key } from '../../__generated__/SubscriptionFields_products.graphql';
import { LinkButton } from '../../components/LinkButton';
import { messageOf, UserErrors } from '../../graphql/errors';
import { lengthOf } from './lengthOf';
import { daysMax, faultsOf, messageMax, type OfferForm } from './newOffer';
import { RoleAssignments } from './RoleAssignments';
import { RolePicker } from './RolePicker';
import { SubscriptionFields } from './SubscriptionFields';

const lengths = [
  ['30', '30 days'],
  ['90', '90 days'],
  ['180', '180 days'],
  ['365', '1 year'],
  ['730', '2 years'],
] as const;

const fields = [
  'customerEmail',
  'roles',
  'assignments',
  'durationDays',
  'message',
  'productId',
  'seats',
  'termMonths',
] as const;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '560px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  pair: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** The form of a new offer. */
export function NewOfferForm(props: {
  viewer: RoleAssignments_viewer$key;
  products: SubscriptionFields_products$key;
  form: OfferForm;
  busy: boolean;
  error: unknown;
  onChange: (form: OfferForm) => void;
  onSend: () => void;
}) {
  const { viewer, products, form, busy, error, onChange, onSend } = props;
  const styles = useStyles();
  const element = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [otherLength, setOtherLength] = useState(false);
  const faults = tried ? faultsOf(form) : {};
  const refused = error instanceof UserErrors ? error : undefined;
  const fault = (name: keyof OfferForm) => faults[name] ?? refused?.for(name);
  const shown = (name: keyof OfferForm) => {
    const message = fault(name);
    return message === undefined ? {} : { validationMessage: message };
  };
  const rest = refused ? refused.except(...fields) : error === null ? undefined : messageOf(error);
  const set = (change: Partial<OfferForm>) => onChange({ ...form, ...change });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const found = faultsOf(form);
    const first = fields.find((name) => found[name]);
    if (first) element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else onSend();
  };

  return (
    <form ref={element} className={styles.form} noValidate onSubmit={submit} aria-label="New offer">
      <Field
        label="To"
        required
        hint="One e-mail address of the customer: best that of a Global Administrator."
        {...shown('customerEmail')}
      >
        <Input
          name="customerEmail"
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={form.customerEmail}
          onChange={(_, data) => set({ customerEmail: data.value })}
        />
      </Field>
      <RolePicker roles={form.roles} fault={fault('roles')} onRoles={(roles) => set({ roles })} />
      <RoleAssignments viewer={viewer} form={form} fault={fault('assignments')} onChange={set} />
      <div className={styles.pair}>
        <Field label="How long" required {...(otherLength ? {} : shown('durationDays'))}>
          <Select
            {...(otherLength ? {} : { name: 'durationDays' })}
            value={otherLength ? 'other' : form.durationDays}
            onChange={(_, data) => {
              setOtherLength(data.value === 'other');
              if (data.value !== 'other') set({ durationDays: data.value });
            }}
          >
            {lengths.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
            <option value="other">Another length…</option>
          </Select>
        </Field>
        {otherLength && (
          <Field label={`Days (1 to ${daysMax})`} required {...shown('durationDays')}>
            <Input
              name="durationDays"
              inputMode="numeric"
              value={form.durationDays}
              onChange={(_, data) => set({ durationDays: data.value })}
            />
          </Field>
        )}
      </div>
      <Field
        label="Message (optional)"
        hint={`Plain text, shown as your own words. ${lengthOf(form.message).toLocaleString('en')} of ${messageMax.toLocaleString('en')} characters.`}
        {...shown('message')}
      >
        <Textarea
          name="message"
          rows={5}
          resize="vertical"
          value={form.message}
          onChange={(_, data) => set({ message: data.value })}
        />
      </Field>
      <SubscriptionFields products={products} form={form} fault={fault} onChange={set} />
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>The offer was not sent.</MessageBarTitle> {rest}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy}
          icon={busy ? <Spinner size="tiny" /> : <SendRegular />}
        >
          Send
        </Button>
        <LinkButton to="/partner/offers">Cancel</LinkButton>
      </div>
    </form>
  );
}
