import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { FlagRegular } from '@fluentui/react-icons/svg/flag';
import { useEffect, useRef, useState } from 'react';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { reasonMax } from './DeclineStep';
import { useReportOffer } from './useReportOffer';

const ConfirmDialog = lazily(async () => (await import('../../components/ConfirmDialog')).ConfirmDialog);

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    marginTop: tokens.spacingVerticalXXL,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { color: tokens.colorNeutralForeground2, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  status: { color: tokens.colorNeutralForeground2, outlineStyle: 'none' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Tells those who run the service that something is wrong with an offer: for whoever holds its link. */
export function ReportOffer(props: { token: string; partner: string }) {
  const { token, partner } = props;
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const [report] = useReportOffer();
  const status = useRef<HTMLSpanElement>(null);

  // The button that had the focus is gone: reading goes on where it says what happened.
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => status.current?.focus());
    return () => clearTimeout(timer);
  }, [told]);

  return (
    <div className={styles.root}>
      {!told && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.button}
          icon={<FlagRegular />}
          onPointerEnter={ConfirmDialog.preload}
          onFocus={ConfirmDialog.preload}
          onClick={() => setOpen(true)}
        >
          Report this offer
        </Button>
      )}
      <Text ref={status} role="status" tabIndex={-1} className={styles.status}>
        {told && `You reported this offer. ${partner} does not learn who did.`}
      </Text>
      <Opened when={open}>
        <ConfirmDialog
          open={open}
          steps={[
            {
              title: 'Report this offer?',
              body: (
                <div className={styles.content}>
                  <Text>
                    Report it if you don’t know {partner}, if they are not who they say, or if something else looks
                    wrong. The people who run this service read it. {partner} learns neither who reported it nor why.
                    Nothing else changes: without a Yes nobody gets access.
                  </Text>
                  <Field
                    label="Reason (optional)"
                    hint={`For the people who run this service. ${reason.length} of ${reasonMax} characters`}
                  >
                    <Textarea
                      value={reason}
                      maxLength={reasonMax}
                      resize="vertical"
                      rows={3}
                      onChange={(_, data) => setReason(data.value)}
                    />
                  </Field>
                </div>
              ),
              yes: 'Report',
              no: 'Cancel',
            },
          ]}
          onConfirm={() => report({ input: { token, reason: reason.trim() === '' ? null : reason.trim() } })}
          onClose={(done) => {
            setOpen(false);
            setTold(done);
          }}
        />
      </Opened>
    </div>
  );
}
