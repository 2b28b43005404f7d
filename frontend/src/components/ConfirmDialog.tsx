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
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { messageOf } from '../graphql/errors';
import { Still } from './Still';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

export interface ConfirmStep {
  title: string;
  body: ReactNode;
  /** What the button that goes on says, such as “Yes” or “Delete”. */
  yes: string;
  /** What the button that leaves says, such as “No” or “Cancel”. */
  no: string;
  /** Marks what can't be undone. */
  danger?: boolean;
}

interface Props {
  open: boolean;
  /** One question after the other; the last Yes does it. */
  steps: readonly [ConfirmStep, ...ConfirmStep[]];
  /** Does it. While it runs the dialog is busy; when it rejects, the dialog stays and says why. */
  onConfirm: () => Promise<unknown>;
  /** The dialog wants to close: after No, Escape, or after onConfirm went well. */
  onClose: (done: boolean) => void;
}

/** Asks before something happens, in one step or several. The safe button has the focus, and Escape is No. */
export function ConfirmDialog(props: Props) {
  const { open, onClose } = props;
  const [opening, setOpening] = useState({ open, count: 0 });
  if (open !== opening.open) setOpening({ open, count: opening.count + (open ? 1 : 0) });
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onClose(false)}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <Steps key={opening.count} {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Steps(props: Props) {
  const { steps, onConfirm, onClose } = props;
  const styles = useStyles();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const step = steps[at] ?? steps[0];

  // After the dialog has given the focus to its first button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: in each step again
  useEffect(() => {
    const timer = setTimeout(() => safe.current?.focus());
    return () => clearTimeout(timer);
  }, [at]);

  const goOn = async () => {
    if (at + 1 < steps.length) {
      setAt(at + 1);
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
    } catch (caught) {
      setError(caught);
      setBusy(false);
      return;
    }
    onClose(true);
  };

  return (
    <DialogBody>
      <DialogTitle>{step.title}</DialogTitle>
      <DialogContent className={styles.content}>
        <div>{step.body}</div>
        {error !== null && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{messageOf(error)}</MessageBarBody>
          </MessageBar>
        )}
      </DialogContent>
      <DialogActions>
        <Button
          appearance={step.danger ? 'secondary' : 'primary'}
          {...(step.danger && !busy ? { className: styles.danger } : {})}
          disabledFocusable={busy}
          {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
          onClick={() => void goOn()}
        >
          {step.yes}
        </Button>
        <Button ref={safe} appearance="secondary" disabled={busy} onClick={() => onClose(false)}>
          {step.no}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
