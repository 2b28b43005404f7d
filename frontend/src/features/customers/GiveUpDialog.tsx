import { Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ApiError } from '../../graphql/errors';
import { useGiveUp } from './useGiveUp';

const maxReason = 500;
const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** Asks twice before the partner gives up a customer. */
export function GiveUpDialog(props: {
  open: boolean;
  id: string;
  version: number;
  customer: string;
  onClose: () => void;
  onGivenUp: () => void;
  /** It had ended before. */
  onGone: () => void;
}) {
  const { open, id, version, customer, onClose, onGivenUp, onGone } = props;
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [giveUp] = useGiveUp();

  const run = async () => {
    try {
      await giveUp({ input: { id, version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'NOT_FOUND') return onGone();
      throw error;
    }
    onGivenUp();
  };
  return (
    <ConfirmDialog
      open={open}
      steps={[
        {
          title: `Give up ${customer}?`,
          body: `You and your colleagues will no longer be able to access or modify ${customer}. This takes effect at once.`,
          yes: 'Yes',
          no: 'No',
        },
        {
          title: 'Confirm: 1 customer will be given up.',
          body: (
            <div className={styles.content}>
              <Text>This can’t be undone; you would have to send a new offer, and they would have to accept it.</Text>
              <Field
                label="Reason (optional)"
                hint={`For the customer to read. ${reason.length} of ${maxReason} characters`}
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
          yes: 'Give up',
          no: 'Cancel',
          danger: true,
        },
      ]}
      onConfirm={run}
      onClose={(done) => {
        setReason('');
        if (!done) onClose();
      }}
    />
  );
}
