import { Text } from '@fluentui/react-components';
import { useRelayEnvironment } from 'react-relay';
import { ExportDialog } from '../../components/ExportDialog';
import { csvOf } from '../../lib/csv';
import { download, fileName } from '../../lib/download';
import { exportUsers } from './exportUsers';
import type { variablesOf } from './userSearch';

/** Hands all users that the list shows to the browser as a CSV file. */
export function ExportUsers(props: {
  open: boolean;
  organizationId: string;
  organization: string;
  variables: ReturnType<typeof variablesOf>;
  total: number;
  filtered: boolean;
  onClose: () => void;
}) {
  const { open, organizationId, organization, variables, total, filtered, onClose } = props;
  const environment = useRelayEnvironment();
  const save = async (onRead: (users: number) => void, signal: AbortSignal) => {
    const rows = await exportUsers(environment, organizationId, variables, onRead, signal);
    if (!signal.aborted) download(fileName('users', organization, 'csv'), csvOf(rows), 'text/csv');
  };
  return (
    <ExportDialog open={open} noun="user" total={total} save={save} onClose={onClose}>
      <Text>
        A CSV file with the name, user name, address, roles, sign-in and creation of{' '}
        {filtered ? 'the users that fit the search and the filters' : 'all active users'}. It opens in spreadsheets;
        keep it where only those read it who may.
      </Text>
    </ExportDialog>
  );
}
