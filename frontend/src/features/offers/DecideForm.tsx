import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useId, useRef, useState } from 'react';
import { messageOf, UserErrors } from '../../graphql/errors';
import { roleName, sortRoles } from '../../lib/roles';
import { longDate } from '../../lib/time';
import { lastDay } from './HowLong';
import type { Choice } from './OfferReview';
import { StepHeading } from './StepHeading';

export type Answer = 'yes' | 'no';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  group: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  // What an answer means is longer or shorter: the button below stays where it is.
  meaning: { minHeight: '66px', color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'flex-start', minWidth: '96px' },
});

/** Delegated administration: Yes or No, and Next. */
export function DecideForm(props: {
  partner: string;
  customer: string;
  choice: Choice;
  answer: Answer | undefined;
  /** TRIAL or PURCHASE when one came along. */
  subscription: string | null;
  replaces: { readonly expiresAt: string; readonly roles: readonly string[] } | null;
  /** Next leads to the sign-in page. */
  signIn: boolean;
  hint: string | null;
  busy: boolean;
  error: unknown;
  onAnswer: (answer: Answer) => void;
  onNext: (answer: Answer) => void;
}) {
  const { partner, customer, choice, answer, subscription, replaces, signIn, hint, busy, error, onAnswer, onNext } =
    props;
  const styles = useStyles();
  const heading = useId();
  const [fault, setFault] = useState<'answer' | 'roles' | null>(null);
  const group = useRef<HTMLDivElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = !answer ? 'answer' : answer === 'yes' && choice.roles.length === 0 ? 'roles' : null;
    setFault(wrong);
    if (wrong || !answer) group.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
    else onNext(answer);
  };

  const came = subscription === 'TRIAL' ? 'trial' : 'purchase';
  const meaning =
    answer === 'yes'
      ? choice.roles.length === 0
        ? 'Every role is struck. Keep at least one, or choose No.'
        : `${partner} may act in ${customer} as ${sortRoles(choice.roles).map(roleName).join(', ')} until ${longDate(lastDay(choice.days))}.`
      : answer === 'no'
        ? `${partner} gets no access.${subscription ? ` You can still take the ${came}: Next leads to it.` : ' Next asks whether to decline the offer.'}`
        : 'Nothing happens before you choose and go on.';
  const message =
    fault === 'answer' && !answer
      ? 'Choose Yes or No.'
      : fault === 'roles' && answer === 'yes' && choice.roles.length === 0
        ? 'Keep at least one role above, or choose No.'
        : error instanceof UserErrors
          ? error.for('delegatedAdministration')
          : undefined;
  const rest =
    error instanceof UserErrors
      ? error.except('delegatedAdministration', 'roles', 'durationDays')
      : error === null
        ? undefined
        : messageOf(error);
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-labelledby={heading}>
      <StepHeading id={heading}>Delegated administration</StepHeading>
      {signIn && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>You are not signed in.</MessageBarTitle> {hint} Next leads to the sign-in page and back
            here; what you chose is kept.
          </MessageBarBody>
        </MessageBar>
      )}
      {replaces && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{partner} is a delegated admin of yours already.</MessageBarTitle> Yes replaces that
            delegation ({sortRoles(replaces.roles).map(roleName).join(', ')}, until {longDate(replaces.expiresAt)}) by
            this one. No leaves it as it is.
          </MessageBarBody>
        </MessageBar>
      )}
      <Field
        label={`Make ${partner} a delegated admin of ${customer}?`}
        required
        {...(message ? { validationMessage: message, validationState: 'error' as const } : {})}
      >
        <RadioGroup
          ref={group}
          className={styles.group}
          value={answer ?? ''}
          onChange={(_, data) => onAnswer(data.value as Answer)}
        >
          <Radio value="yes" label="Yes" />
          <Radio value="no" label="No" />
        </RadioGroup>
      </Field>
      <Text role="status" className={styles.meaning}>
        {meaning}
      </Text>
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>Nothing was accepted.</MessageBarTitle> {rest}
          </MessageBarBody>
        </MessageBar>
      )}
      <Button
        type="submit"
        appearance="primary"
        size="large"
        className={styles.button}
        disabledFocusable={busy}
        {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
      >
        Next
      </Button>
    </form>
  );
}
