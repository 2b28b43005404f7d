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
import { useEffect, useRef, useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import { Still } from '../../components/Still';
import { messageOf } from '../../graphql/errors';
import { csvOf } from '../../lib/csv';
import { download } from '../../lib/download';
import { count } from '../../lib/time';
import { exportUsers } from './exportUsers';
import type { variablesOf } from './userSearch';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Reads all users that the list shows, page by page, and hands them to the browser as a CSV file. */
export function ExportDialog(props: {
  open: boolean;
  organizationId: string;
  organization: string;
  variables: ReturnType<typeof variablesOf>;
  total: number;
  filtered: boolean;
  onClose: () => void;
}) {
  const { open, organizationId, organization, variables, total, filtered, onClose } = props;
  const styles = useStyles();
  const environment = useRelayEnvironment();
  const [read, setRead] = useState<number>();
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
    try {
      const rows = await exportUsers(environment, organizationId, variables, setRead, controller.signal);
      if (controller.signal.aborted) return;
      download(fileName(organization), csvOf(rows), 'text/csv');
      setDone(true);
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
              {done ? 'The file is saved' : read === undefined ? `Export ${count(total, 'user')}?` : 'Exporting …'}
            </DialogTitle>
            <DialogContent className={styles.content}>
              {read === undefined && (
                <Text>
                  A CSV file with the name, user name, address, roles, sign-in and creation of{' '}
                  {filtered ? 'the users that fit the search and the filters' : 'all active users'}. It opens in
                  spreadsheets; keep it where only those read it who may.
                </Text>
              )}
              {read !== undefined && !done && (
                <>
                  <ProgressBar aria-label="Progress of the export" value={total > 0 ? Math.min(read / total, 1) : 1} />
                  <Text role="status">
                    {read.toLocaleString('en')} of {Math.max(read, total).toLocaleString('en')} read
                  </Text>
                </>
              )}
              {done && <Text>{count(read ?? 0, 'user')} stand in it.</Text>}
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

/** “users-contoso-2026-11-24.csv”. */
function fileName(organization: string): string {
  const name = organization
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `users-${name || 'organization'}-${new Date().toISOString().slice(0, 10)}.csv`;
}
