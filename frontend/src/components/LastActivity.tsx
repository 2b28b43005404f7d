import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { LastActivity_delegation$key } from '../__generated__/LastActivity_delegation.graphql';
import { actionInShort } from '../lib/actions';
import { RelativeTime } from './RelativeTime';

const useStyles = makeStyles({
  root: { overflowWrap: 'anywhere' },
  never: { color: tokens.colorNeutralForeground2 },
});

/** What was done last under a delegation: “Adele reset a password, 2 hours ago”, or “never used”. */
export function LastActivity(props: { delegation: LastActivity_delegation$key }) {
  const { lastActivity } = useFragment(
    graphql`
      fragment LastActivity_delegation on Delegation {
        lastActivity {
          at
          action
          result
          actor {
            displayName
          }
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  if (!lastActivity) return <span className={styles.never}>never used</span>;
  const { at, action, result, actor } = lastActivity;
  return (
    <span className={styles.root}>
      {actor.displayName} {actionInShort(action, result === 'REFUSED')}, <RelativeTime at={at} />
    </span>
  );
}
