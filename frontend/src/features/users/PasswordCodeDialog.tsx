import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { Still } from '../../components/Still';
import { messageOf } from '../../graphql/errors';
import { exactTime, relativeTime } from '../../lib/time';
import { useCreatePasswordCode } from './useCreatePasswordCode';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  code: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  letters: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase500, overflowWrap: 'anywhere' },
});

interface Code {
  readonly code: string;
  readonly expiresAt: string;
}

/** Makes a one-time code for somebody without an address, and shows it this once. */
export function PasswordCodeDialog(props: {
  open: boolean;
  id: string;
  name: string;
  userName: string;
  onClose: () => void;
}) {
  const { open, id, name, userName, onClose } = props;
  const styles = useStyles();
  const [create, busy] = useCreatePasswordCode();
  const [made, setMade] = useState<Code>();
  const [copied, setCopied] = useState(false);
  const [error, setError] = useState('');

  const close = () => {
    onClose();
    setMade(undefined); // it is shown this once
    setCopied(false);
    setError('');
  };
  const make = async () => {
    setError('');
    try {
      const { createPasswordCode: answer } = await create({ input: { userId: id } });
      if (answer.code && answer.expiresAt) setMade({ code: answer.code, expiresAt: answer.expiresAt });
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setError('The browser does not let this page copy. Write the code down, or mark it and copy it yourself.');
    }
  };

  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && !busy && close()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <DialogBody>
            <DialogTitle>{made ? `The code for ${name}` : `Make a one-time code for ${name}?`}</DialogTitle>
            <DialogContent className={styles.content}>
              {made ? (
                <>
                  <div className={styles.code}>
                    <span className={styles.letters}>{made.code}</span>
                    <Button icon={<CopyRegular />} onClick={() => void copy(made.code)}>
                      Copy
                    </Button>
                    <Text role="status">{copied ? 'Copied' : ''}</Text>
                  </div>
                  <Text>
                    Hand it over in person. It works once, until {exactTime(made.expiresAt)} (
                    {relativeTime(made.expiresAt)}
                    ), and opens nothing but “Choose a new password”.
                  </Text>
                  <Text>
                    On the sign-in page they choose “Have a code?”, and enter {userName}, the code and a new password of
                    their own.
                  </Text>
                  <Text weight="semibold">This is the only time that the code is shown.</Text>
                </>
              ) : (
                <>
                  <Text>
                    They have no address to which a link could go. With the code they choose a new password themselves;
                    you never see it.
                  </Text>
                  <Text>Their old password stops working, and they are signed out everywhere at once.</Text>
                </>
              )}
              {error !== '' && (
                <MessageBar intent="error" layout="multiline" role="alert">
                  <MessageBarBody>{error}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              {made ? (
                <Button appearance="primary" onClick={close}>
                  Done
                </Button>
              ) : (
                <>
                  <Button disabled={busy} onClick={close}>
                    Cancel
                  </Button>
                  <Button
                    appearance="primary"
                    disabledFocusable={busy}
                    onClick={() => void make()}
                    {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
                  >
                    Make the code
                  </Button>
                </>
              )}
            </DialogActions>
          </DialogBody>
        </Still>
      </DialogSurface>
    </Dialog>
  );
}
