import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import { ExportDialog } from '../../components/ExportDialog';
import { download, fileName } from '../../lib/download';
import type { filterOf } from './auditState';
import { exportEvents, type Format } from './exportEvents';

const types = { csv: 'text/csv', jsonl: 'application/jsonl' } as const;

/** Hands all events that the log shows to the browser, as a file for spreadsheets or for programs. */
export function ExportEvents(props: {
  open: boolean;
  organization: string;
  filter: ReturnType<typeof filterOf>;
  total: number;
  filtered: boolean;
  onClose: () => void;
}) {
  const { open, organization, filter, total, filtered, onClose } = props;
  const environment = useRelayEnvironment();
  const [format, setFormat] = useState<Format>('csv');
  const save = async (onRead: (events: number) => void, signal: AbortSignal) => {
    const parts = await exportEvents(environment, filter, format, onRead, signal);
    if (!signal.aborted) download(fileName('audit-log', organization, format), parts, types[format]);
  };
  return (
    <ExportDialog open={open} noun="event" total={total} save={save} onClose={onClose}>
      <Text>
        A file with {filtered ? 'the events that fit the search and the filters' : 'all events'}, the newest first. A
        hundred are read at a time: very many take minutes, in which this page stays open.
      </Text>
      <Field label="As">
        <RadioGroup value={format} onChange={(_, data) => setFormat(data.value as Format)}>
          <Radio value="csv" label="CSV, for spreadsheets" />
          <Radio value="jsonl" label="JSON Lines, for programs: one event a line, as the API gives it" />
        </RadioGroup>
      </Field>
    </ExportDialog>
  );
}
