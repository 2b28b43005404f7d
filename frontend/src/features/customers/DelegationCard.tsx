import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DelegationCard_delegation$key } from '../../__generated__/DelegationCard_delegation.graphql';
import { DelegationStatus } from '../../components/DelegationStatus';
import { Facts } from '../../components/Facts';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { UntilDate } from '../../components/UntilDate';
import { roleInfo, sortRoles } from '../../lib/roles';
import { longDate } from '../../lib/time';
import { Card } from './Card';

const GiveUpDialog = lazily(async () => (await import('./GiveUpDialog')).GiveUpDialog);

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  small: { color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'flex-start' },
});

/** What the viewer's partner may do here, until when, and the way to give it up. */
export function DelegationCard(props: {
  delegation: DelegationCard_delegation$key;
  customer: string;
  onGivenUp: () => void;
  onGone: () => void;
}) {
  const { customer, onGivenUp, onGone } = props;
  const delegation = useFragment(
    graphql`
      fragment DelegationCard_delegation on Delegation {
        id
        status
        roles
        version
        activatedAt
        expiresAt
        viewerCanDelete
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Card title="Your delegation">
      <Facts
        facts={[
          ['Status', <DelegationStatus key="s" status={delegation.status} />],
          ['Since', longDate(delegation.activatedAt)],
          ['Until', <UntilDate key="u" at={delegation.expiresAt} />],
        ]}
      />
      <ul className={styles.list}>
        {sortRoles(delegation.roles).map((role) => (
          <li key={role}>
            <Text weight="semibold">{roleInfo(role).name}</Text>
            <Text className={styles.small}> · {roleInfo(role).description}</Text>
          </li>
        ))}
      </ul>
      {delegation.viewerCanDelete && (
        <>
          <Button
            ref={button}
            className={styles.button}
            onPointerEnter={GiveUpDialog.preload}
            onFocus={GiveUpDialog.preload}
            onClick={() => setAsking(true)}
          >
            Give up this customer
          </Button>
          <Opened when={asking}>
            <GiveUpDialog
              open={asking}
              id={delegation.id}
              version={delegation.version}
              customer={customer}
              onClose={() => {
                setAsking(false);
                setTimeout(() => button.current?.focus(), 50);
              }}
              onGivenUp={onGivenUp}
              onGone={onGone}
            />
          </Opened>
        </>
      )}
    </Card>
  );
}
