import { Field, Input } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { passwordMax, passwordMin } from '../../lib/password';
import { ChoosePassword } from './ChoosePassword';
import { useRedeemPasswordCode } from './useRedeemPasswordCode';

/** Where a one-time code, which an admin handed over, becomes a password of one's own. */
export function PasswordCodePage() {
  const [redeem, busy] = useRedeemPasswordCode();
  const [userName, setUserName] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const userNameInput = useRef<HTMLInputElement>(null);
  const codeInput = useRef<HTMLInputElement>(null);

  const isWhole = () => {
    setTried(true);
    if (userName.trim() === '') userNameInput.current?.focus();
    else if (code.trim() === '') codeInput.current?.focus();
    else return true;
    return false;
  };
  return (
    <ChoosePassword
      sentence={`With the code that an admin of your organization gave you. Choose the password that you will use from then on: ${passwordMin} to ${passwordMax} characters.`}
      busy={busy}
      isWhole={isWhole}
      proofInputs={['userName', 'code']}
      proof={(fault) => {
        const shown = (name: string, missing: string | undefined) => {
          const message = missing ?? fault(name);
          return message === undefined ? {} : { validationMessage: message };
        };
        return (
          <>
            <Field
              label="User name"
              required
              hint="Such as adele@contoso.example"
              {...shown('userName', tried && userName.trim() === '' ? 'Enter your user name.' : undefined)}
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
              label="Code"
              required
              hint="Such as 7K3M-9QXR-2VTB-H5ZD. Case, spaces and hyphens make no difference."
              {...shown('code', tried && code.trim() === '' ? 'Enter the code.' : undefined)}
            >
              <Input
                ref={codeInput}
                name="code"
                autoComplete="one-time-code"
                autoCapitalize="characters"
                spellCheck={false}
                value={code}
                onChange={(_, data) => setCode(data.value)}
              />
            </Field>
          </>
        );
      }}
      onChoose={(newPassword) => redeem({ input: { userName: userName.trim(), code: code.trim(), newPassword } })}
    />
  );
}
