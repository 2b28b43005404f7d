import { Button, Checkbox, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { PasswordStrength } from '../../components/PasswordStrength';
import { judgePassword } from '../../lib/password';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '400px' },
  button: { alignSelf: 'flex-start' },
});

/** Asks for a new password, twice, and says how strong it is. */
export function PasswordForm(props: {
  busy: boolean;
  error: string | undefined;
  /** Fields that come before the password. */
  before?: ReactNode;
  /** Whether those can be sent; if not, they have said why and taken the focus. */
  isWhole?: () => boolean;
  onSubmit: (password: string) => Promise<void>;
}) {
  const { busy, error, before, isWhole, onSubmit } = props;
  const styles = useStyles();
  const id = useId();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const { score, word, hint } = judgePassword(password);
  const unusable = score === 0;
  const different = again !== password;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (isWhole && !isWhole()) return;
    if (unusable) first.current?.focus();
    else if (different) second.current?.focus();
    else void onSubmit(password);
  };

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {before}
      <Field
        label="New password"
        required
        validationMessage={error ?? (tried && unusable ? `${word}. ${hint}` : undefined)}
      >
        <Input
          ref={first}
          name="new-password"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          aria-describedby={id}
          value={password}
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <PasswordStrength id={id} password={password} />
      <Field
        label="The same password again"
        required
        validationMessage={tried && !unusable && different ? 'The two are not the same.' : undefined}
      >
        <Input
          ref={second}
          name="new-password-again"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          value={again}
          onChange={(_, data) => setAgain(data.value)}
        />
      </Field>
      <Checkbox label="Show what I type" checked={shown} onChange={(_, data) => setShown(data.checked === true)} />
      <Button
        type="submit"
        appearance="primary"
        className={styles.button}
        disabledFocusable={busy}
        {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
      >
        Set password and sign in
      </Button>
    </form>
  );
}
