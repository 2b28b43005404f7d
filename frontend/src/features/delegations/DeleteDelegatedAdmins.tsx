import { Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { EachDialog, type ItemResult } from '../../components/EachDialog';
import { messageOf, UserErrors } from '../../graphql/errors';
import { count, exactTime } from '../../lib/time';
import { useDeleteDelegation } from './useDeleteDelegation';
import { WhatStays } from './WhatStays';

const maxReason = 500;

/** A delegated admin that was chosen, as the person saw it. */
export interface Chosen {
  id: string;
  name: string;
  version: number;
}

/** One that was deleted, and when that took effect. */
export interface Deleted {
  id: string;
  name: string;
  at: string;
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Deletes one delegated admin or several, one after the other, after two questions. `onClose` gets those that were deleted. */
export function DeleteDelegatedAdmins(props: {
  /** Empty: the dialog is closed. */
  chosen: readonly Chosen[];
  onProgress: () => void;
  onClose: (deleted: readonly Deleted[]) => void;
}) {
  const { chosen, onProgress, onClose } = props;
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const ended = useRef(new Map<string, string>());
  const [remove] = useDeleteDelegation();

  const act = async ([one]: readonly Chosen[]): Promise<ItemResult[]> => {
    if (!one) return [];
    const { id, version } = one;
    try {
      const { deleteDelegation } = await remove({
        input: { id, version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      });
      const at = deleteDelegation.delegation?.terminatedAt ?? new Date().toISOString();
      ended.current.set(id, at);
      return [{ id, done: `deleted. It took effect on ${exactTime(at)}.` }];
    } catch (error) {
      return [{ id, why: whyNot(error) }];
    }
  };

  return (
    <EachDialog
      chosen={chosen}
      doing="deleting …"
      failed={(failed, all) =>
        all.length === 1
          ? `${all[0]?.name} was not deleted`
          : `${failed} of ${count(all.length, 'delegated admin')} ${failed === 1 ? 'was' : 'were'} not deleted`
      }
      steps={(all, names) => [
        {
          title:
            all.length === 1
              ? `Delete ${all[0]?.name} as a delegated admin?`
              : `Delete ${all.length} delegated admins?`,
          body: (
            <div className={styles.content}>
              {names}
              <Text>They will no longer be able to access or modify your organization. This takes effect at once.</Text>
              <WhatStays chosen={all} />
            </div>
          ),
          yes: 'Yes',
          no: 'No',
        },
        {
          title: `Confirm: ${count(all.length, 'delegated admin')} will be deleted.`,
          body: (
            <div className={styles.content}>
              {names}
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
      act={act}
      onProgress={onProgress}
      onClose={(deleted) => {
        const at = ended.current;
        ended.current = new Map();
        setReason('');
        onClose(deleted.map(({ id, name }) => ({ id, name, at: at.get(id) ?? '' })));
      }}
    />
  );
}

/** Why one was not deleted, and what it means. */
function whyNot(error: unknown): string {
  if (error instanceof UserErrors && error.has('CONFLICT')) return `Not deleted. ${error.message}`;
  if (error instanceof UserErrors) return error.message;
  return messageOf(error);
}
