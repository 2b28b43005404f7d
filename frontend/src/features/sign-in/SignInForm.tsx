import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '400px',
    marginTop: tokens.spacingVerticalL,
  },
  button: { alignSelf: 'flex-start', minWidth: '120px' },
});

/** User name and password. `onSubmit` says whether it went well; if not, the password is asked for again. */
export function SignInForm(props: {
  busy: boolean;
  onSubmit: (userName: string, password: string) => Promise<boolean>;
}) {
  const { busy, onSubmit } = props;
  const styles = useStyles();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const userNameInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (userName.trim() === '') return userNameInput.current?.focus();
    if (password === '') return passwordInput.current?.focus();
    if (await onSubmit(userName.trim(), password)) return;
    setPassword('');
    setTried(false);
    passwordInput.current?.focus();
  };

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label="User name"
        required
        hint="Such as adele@contoso.example"
        validationMessage={tried && userName.trim() === '' ? 'Enter your user name.' : undefined}
      >
        <Input
          ref={userNameInput}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="email"
          value={userName}
          onChange={(_, data) => setUserName(data.value)}
        />
      </Field>
      <Field
        label="Password"
        required
        validationMessage={tried && password === '' ? 'Enter your password.' : undefined}
      >
        <Input
          ref={passwordInput}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <Button
        type="submit"
        appearance="primary"
        className={styles.button}
        disabledFocusable={busy}
        {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
      >
        Sign in
      </Button>
    </form>
  );
}
