import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DomainProof_domain$key } from '../../__generated__/DomainProof_domain.graphql';
import { CopyButton } from '../../components/CopyButton';
import { RelativeTime } from '../../components/RelativeTime';
import { useToast } from '../../components/Toasts';
import { messageOf, UserErrors } from '../../graphql/errors';
import { useVerifyDomain } from './useVerifyDomain';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  record: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr) max-content',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 639.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  text: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2 },
});

/** The record that proves whose the domain is: to create, to copy, and to have looked for. */
export function DomainProof(props: { domain: DomainProof_domain$key }) {
  const { id, name, verification } = useFragment(
    graphql`
      fragment DomainProof_domain on Domain {
        id
        name
        verification {
          recordName
          recordType
          recordValue
          checkedAt
          result
        }
      }
    `,
    props.domain,
  );
  const styles = useStyles();
  const tell = useToast();
  const [error, setError] = useState('');
  const [verify, busy] = useVerifyDomain();
  if (!verification) {
    return (
      <Text className={styles.small}>
        Nobody has proved yet that it belongs to the organization. Who may manage domains can.
      </Text>
    );
  }
  const { recordName, recordType, recordValue, checkedAt, result } = verification;

  const look = async () => {
    if (busy) return;
    setError('');
    try {
      await verify({ input: { id } });
      tell(`${name} is verified`);
    } catch (caught) {
      // What was found stands in the domain itself.
      if (!(caught instanceof UserErrors)) setError(messageOf(caught));
    }
  };

  return (
    <section className={styles.root}>
      <h3 className={styles.heading}>Prove that it belongs to the organization</h3>
      <Text>
        Create this record where {name} is administered, at your registrar or DNS provider. It shows that the domain is
        under your control, and changes nothing else: neither mail nor web sites. Once it is verified the record may go.
      </Text>
      <dl className={styles.record}>
        <Part name="Type" text={recordType} />
        <Part name="Name" text={recordName} copy="the name" />
        <Part name="Value" text={recordValue} copy="the value" />
      </dl>
      <div>
        <Button
          appearance="primary"
          icon={busy ? <Spinner size="tiny" /> : <ShieldCheckmarkRegular />}
          disabledFocusable={busy}
          onClick={() => void look()}
        >
          {busy ? 'Looking for the record …' : 'Verify'}
        </Button>
      </div>
      <div role="status">
        {error === '' && result && checkedAt && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {result}{' '}
              <span className={styles.small}>
                Looked for <RelativeTime at={checkedAt} />.
              </span>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {error !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{error}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

function Part(props: { name: string; text: string; copy?: string }) {
  const { name, text, copy } = props;
  const styles = useStyles();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.text}>{text}</dd>
      <dd>{copy && <CopyButton name={copy} text={text} />}</dd>
    </>
  );
}
