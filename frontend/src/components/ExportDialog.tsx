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
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { messageOf } from '../graphql/errors';
import { count, durationLeft } from '../lib/time';
import { Still } from './Still';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Reads all that a list shows, page by page, and hands it to the browser as a file: it says how far it is, and can be stopped. */
export function ExportDialog(props: {
  open: boolean;
  /** What is read: “user”. */
  noun: string;
  total: number;
  /** Reads until there is no more or `signal` says so, then saves the file. */
  save: (onRead: (n: number) => void, signal: AbortSignal) => Promise<void>;
  onClose: () => void;
  /** What the file will hold. */
  children: ReactNode;
}) {
  const { open, noun, total, save, onClose, children } = props;
  const styles = useStyles();
  const [read, setRead] = useState<number>();
  const [began, setBegan] = useState(0);
  const [done, setDone] = useState(false);
  const [error, setError] = useState('');
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const close = () => {
    running.current?.abort();
    running.current = null;
    onClose();
    setRead(undefined);
    setDone(false);
    setError('');
  };
  const begin = async () => {
    const controller = new AbortController();
    running.current = controller;
    setError('');
    setRead(0);
    setBegan(Date.now());
    try {
      await save(setRead, controller.signal);
      if (!controller.signal.aborted) setDone(true);
    } catch (caught) {
      if (controller.signal.aborted) return;
      setError(messageOf(caught));
      setRead(undefined);
    }
  };

  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <DialogBody>
            <DialogTitle>
              {done ? 'The file is saved' : read === undefined ? `Export ${count(total, noun)}?` : 'Exporting …'}
            </DialogTitle>
            <DialogContent className={styles.content}>
              {read === undefined && children}
              {read !== undefined && !done && (
                <>
                  <ProgressBar aria-label="Progress of the export" value={total > 0 ? Math.min(read / total, 1) : 1} />
                  <Text role="status">
                    {read.toLocaleString('en')} of {Math.max(read, total).toLocaleString('en')} read
                    {durationLeft(read, total, Date.now() - began)}
                  </Text>
                </>
              )}
              {done && (
                <Text>
                  {count(read ?? 0, noun)} {read === 1 ? 'stands' : 'stand'} in it.
                </Text>
              )}
              {error !== '' && (
                <MessageBar intent="error" layout="multiline" role="alert">
                  <MessageBarBody>{error}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={close} appearance={done ? 'primary' : 'secondary'}>
                {done ? 'Close' : 'Cancel'}
              </Button>
              {!done && (
                <Button
                  appearance="primary"
                  disabledFocusable={read !== undefined}
                  onClick={() => read === undefined && void begin()}
                >
                  Export
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </Still>
      </DialogSurface>
    </Dialog>
  );
}
