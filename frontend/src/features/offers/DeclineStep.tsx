import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { FormEvent } from 'react';
import { messageOf, UserErrors } from '../../graphql/errors';
import { lengthOf } from './lengthOf';
import { StepHeading } from './StepHeading';

export const reasonMax = 500;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Asks whether to decline, and why, if one wants to say. */
export function DeclineStep(props: {
  partner: string;
  reason: string;
  busy: boolean;
  error: unknown;
  onReason: (reason: string) => void;
  onDecline: () => void;
  onBack: () => void;
}) {
  const { partner, reason, busy, error, onReason, onDecline, onBack } = props;
  const styles = useStyles();
  const length = lengthOf(reason);
  const tooLong = length > reasonMax ? `${length - reasonMax} characters too many.` : undefined;
  const forReason = error instanceof UserErrors ? error.for('reason') : undefined;
  const rest = error instanceof UserErrors ? error.except('reason') : error === null ? undefined : messageOf(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !tooLong) onDecline();
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <StepHeading>Decline the offer of {partner}?</StepHeading>
      <Text>
        {partner} gets no access and is told by e-mail. The link stops working; to change your mind you need a new
        offer.
      </Text>
      <Field
        label="Reason (optional)"
        hint={`For ${partner} to read. ${length.toLocaleString('en')} of ${reasonMax} characters.`}
        validationMessage={tooLong ?? forReason}
      >
        <Textarea value={reason} rows={4} resize="vertical" onChange={(_, data) => onReason(data.value)} />
      </Field>
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{rest}</MessageBarBody>
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
          Decline
        </Button>
      </div>
    </form>
  );
}
