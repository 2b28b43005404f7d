import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Still } from '../../components/Still';
import { messageOf, UserErrors } from '../../graphql/errors';
import { count, exactTime } from '../../lib/time';
import { useDeleteDelegation } from './useDeleteDelegation';

const maxReason = 500;

/** A delegated admin that was chosen, as the person saw it. */
export interface Chosen {
  id: string;
  name: string;
  version: number;
}

/** How far one of them is. */
type Outcome = { state: 'waiting' | 'busy' } | { state: 'done'; at: string } | { state: 'failed'; why: string };

/** One that was deleted, and when that took effect. */
export interface Deleted {
  id: string;
  name: string;
  at: string;
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '40vh', overflowY: 'auto' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  plain: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, maxHeight: '30vh', overflowY: 'auto' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  icon: { fontSize: '20px', lineHeight: 0 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

/**
 * Deletes one delegated admin or several, one after the other, after two questions. What could not be deleted is told
 * with the reason, for each. `onClose` gets those that were deleted.
 */
export function DeleteDelegatedAdmins(props: {
  /** Empty: the dialog is closed. */
  chosen: readonly Chosen[];
  /** After each deletion, and after each refusal: the list may have changed. */
  onProgress: () => void;
  onClose: (deleted: readonly Deleted[]) => void;
}) {
  const { chosen, onProgress, onClose } = props;
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [asked, setAsked] = useState<readonly Chosen[]>([]);
  const [telling, setTelling] = useState(false);
  const [remove] = useDeleteDelegation();

  // What was asked about stands until the dialog is closed, also when the list changes below it.
  if (asked.length === 0 && chosen.length > 0) setAsked(chosen);

  const close = () => {
    const deleted = asked.flatMap(({ id, name }) => {
      const outcome = outcomes.get(id);
      return outcome?.state === 'done' ? [{ id, name, at: outcome.at }] : [];
    });
    end(deleted);
  };
  const end = (deleted: readonly Deleted[]) => {
    setReason('');
    setOutcomes(new Map());
    setAsked([]);
    setTelling(false);
    onClose(deleted);
  };

  const run = async () => {
    const deleted: Deleted[] = [];
    const found = new Map<string, Outcome>(asked.map(({ id }) => [id, { state: 'waiting' }]));
    const set = (id: string, outcome: Outcome) => {
      found.set(id, outcome);
      setOutcomes(new Map(found));
    };
    for (const { id, name, version } of asked) {
      set(id, { state: 'busy' });
      try {
        const { deleteDelegation } = await remove({
          input: { id, version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
        });
        const at = deleteDelegation.delegation?.terminatedAt ?? new Date().toISOString();
        set(id, { state: 'done', at });
        deleted.push({ id, name, at });
      } catch (error) {
        set(id, { state: 'failed', why: whyNot(error) });
      }
      onProgress();
    }
    if (deleted.length === asked.length) return end(deleted);
    setTelling(true);
  };

  const names = asked.map(({ name }) => name);
  const one = asked.length === 1;
  const busy = outcomes.size > 0;
  return (
    <>
      <ConfirmDialog
        open={asked.length > 0 && !telling}
        steps={[
          {
            title: one ? `Delete ${names[0]} as a delegated admin?` : `Delete ${asked.length} delegated admins?`,
            body: (
              <div className={styles.content}>
                {!one && <Names names={names} />}
                <Text>
                  They will no longer be able to access or modify your organization. This takes effect at once.
                </Text>
              </div>
            ),
            yes: 'Yes',
            no: 'No',
          },
          {
            title: `Confirm: ${count(asked.length, 'delegated admin')} will be deleted.`,
            body: busy ? (
              <Outcomes chosen={asked} outcomes={outcomes} />
            ) : (
              <div className={styles.content}>
                {!one && <Names names={names} />}
                <Text>This can’t be undone; they would have to send a new offer.</Text>
                <Field
                  label="Reason (optional)"
                  hint={`For the partner to read. ${reason.length} of ${maxReason} characters`}
                >
                  <Textarea
                    value={reason}
                    maxLength={maxReason}
                    resize="vertical"
                    rows={3}
                    onChange={(_, data) => setReason(data.value)}
                  />
                </Field>
              </div>
            ),
            yes: 'Delete',
            no: 'Cancel',
            danger: true,
          },
        ]}
        onConfirm={run}
        onClose={(done) => {
          if (!done) close();
        }}
      />
      <Results open={telling} chosen={asked} outcomes={outcomes} onClose={close} />
    </>
  );
}

/** Why one was not deleted, and what it means. */
function whyNot(error: unknown): string {
  if (error instanceof UserErrors && error.has('CONFLICT')) return `Not deleted. ${error.message}`;
  if (error instanceof UserErrors) return error.message;
  return messageOf(error);
}

function Names(props: { names: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.plain}>
      {props.names.map((name, index) => (
        <li key={index}>{name}</li>
      ))}
    </ul>
  );
}

function Outcomes(props: { chosen: readonly Chosen[]; outcomes: ReadonlyMap<string, Outcome> }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-live="polite">
      {props.chosen.map(({ id, name }) => {
        const outcome = props.outcomes.get(id) ?? { state: 'waiting' };
        return (
          <li key={id} className={styles.item}>
            {outcome.state === 'done' && <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.done)} />}
            {outcome.state === 'failed' && (
              <DismissCircleRegular className={mergeClasses(styles.icon, styles.failed)} />
            )}
            {outcome.state === 'busy' && <Spinner size="extra-tiny" />}
            {outcome.state === 'waiting' && <ClockRegular className={styles.icon} />}
            <span>
              <strong>{name}</strong>: {inWords(outcome)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function inWords(outcome: Outcome): string {
  switch (outcome.state) {
    case 'done':
      return `deleted. It took effect on ${exactTime(outcome.at)}.`;
    case 'failed':
      return outcome.why;
    case 'busy':
      return 'deleting …';
    default:
      return 'waits';
  }
}

function Results(props: {
  open: boolean;
  chosen: readonly Chosen[];
  outcomes: ReadonlyMap<string, Outcome>;
  onClose: () => void;
}) {
  const { open, chosen, outcomes, onClose } = props;
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  const failed = [...outcomes.values()].filter(({ state }) => state === 'failed').length;
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => button.current?.focus());
    return () => clearTimeout(timer);
  }, [open]);
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <DialogBody>
            <DialogTitle>
              {chosen.length === 1
                ? `${chosen[0]?.name} was not deleted`
                : `${failed} of ${count(chosen.length, 'delegated admin')} ${failed === 1 ? 'was' : 'were'} not deleted`}
            </DialogTitle>
            <DialogContent className={styles.content}>
              <Outcomes chosen={chosen} outcomes={outcomes} />
              <Text>The list shows them as they are now.</Text>
            </DialogContent>
            <DialogActions>
              <Button ref={button} appearance="primary" onClick={onClose}>
                Close
              </Button>
            </DialogActions>
          </DialogBody>
        </Still>
      </DialogSurface>
    </Dialog>
  );
}
