import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { UserLicenses_organization$key } from '../../__generated__/UserLicenses_organization.graphql';
import type { UserLicenses_user$data, UserLicenses_user$key } from '../../__generated__/UserLicenses_user.graphql';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { useAssignLicenses } from '../../components/useAssignLicenses';
import { useRemoveLicenses } from '../../components/useRemoveLicenses';
import { messageOf } from '../../graphql/errors';
import { shortDate } from '../../lib/time';
import { useSubscriptions } from './useSubscriptions';
import type { UserActions } from './useUserActions';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  item: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  checkbox: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  small: { color: tokens.colorNeutralForeground2 },
  under: { color: tokens.colorNeutralForeground2, paddingLeft: '28px', marginTop: '-6px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** The licenses that somebody has; for those who may, to assign and to remove. */
export function UserLicenses(props: {
  user: UserLicenses_user$key;
  organization: UserLicenses_organization$key;
  actions: UserActions;
}) {
  const user = useFragment(
    graphql`
      fragment UserLicenses_user on User {
        id
        displayName
        licenses {
          id
          assignedAt
          assignedBy {
            name
          }
          product {
            name
          }
          subscription {
            id
          }
        }
      }
    `,
    props.user,
  );
  const { id, viewerCanAssignLicenses } = useFragment(
    graphql`
      fragment UserLicenses_organization on Organization {
        id
        viewerCanAssignLicenses
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  if (viewerCanAssignLicenses) {
    return (
      <PageBoundary skeleton={<TextSkeleton lines={4} />} title="The subscriptions could not be read">
        <Choose user={user} organizationId={id} actions={props.actions} />
      </PageBoundary>
    );
  }
  return (
    <div className={styles.root}>
      {user.licenses.length === 0 ? (
        <Text>No license: they can use no product.</Text>
      ) : (
        <ul className={styles.list}>
          {user.licenses.map((license) => (
            <li key={license.id} className={styles.item}>
              <Text weight="semibold">{license.product.name}</Text>
              <Text className={styles.small}>{since(license)}</Text>
            </li>
          ))}
        </ul>
      )}
      <Text className={styles.small}>You may see the licenses, not change them.</Text>
    </div>
  );
}

type License = UserLicenses_user$data['licenses'][number];

/** “Assigned Nov 3, 2026, by Fabrikam”. */
function since({ assignedAt, assignedBy }: License): string {
  return `Assigned ${shortDate(assignedAt)}${assignedBy ? `, by ${assignedBy.name}` : ''}`;
}

function Choose(props: { user: UserLicenses_user$data; organizationId: string; actions: UserActions }) {
  const { user, organizationId, actions } = props;
  const styles = useStyles();
  const field = useId();
  const subscriptions = useSubscriptions(organizationId);
  const [wanted, setWanted] = useState<ReadonlySet<string>>();
  const [error, setError] = useState('');
  const [assign, assigning] = useAssignLicenses();
  const [remove, removing] = useRemoveLicenses();
  const busy = assigning || removing;

  const held = new Map(
    user.licenses.flatMap((license) => (license.subscription ? [[license.subscription.id, license]] : [])),
  );
  const shown = wanted ?? new Set(held.keys());
  const added = [...shown].filter((id) => !held.has(id));
  const removed = [...held.keys()].filter((id) => !shown.has(id));
  const changed = added.length + removed.length > 0;
  const offered = subscriptions.filter(({ id, ended }) => !ended || held.has(id));

  const save = async () => {
    if (busy || !changed) return;
    setError('');
    actions.tell('');
    const userIds = [user.id];
    const faults: string[] = [];
    const note = (results: readonly { readonly userErrors: readonly { readonly message: string }[] }[]) =>
      faults.push(...results.flatMap(({ userErrors }) => userErrors.map(({ message }) => message)));
    try {
      for (const subscriptionId of removed) {
        note((await remove({ input: { subscriptionId, userIds } })).removeLicenses.results);
      }
      for (const subscriptionId of added) {
        note((await assign({ input: { subscriptionId, userIds } })).assignLicenses.results);
      }
    } catch (caught) {
      faults.push(messageOf(caught));
    }
    setWanted(undefined); // what is so now is in the answers
    actions.onProgress();
    if (faults.length > 0) return setError(faults.join(' '));
    actions.tell(`The licenses of ${user.displayName} were changed.`);
  };

  if (offered.length === 0) {
    return <Text>There is nothing to assign: the organization has tried or bought nothing that still runs.</Text>;
  }
  return (
    <div className={styles.root}>
      <div>
        {offered.map(({ id, name, full, words }) => {
          const license = held.get(id);
          return (
            <div key={id} className={styles.item}>
              <Checkbox
                className={styles.checkbox}
                label={name}
                checked={shown.has(id)}
                disabled={!license && full}
                aria-describedby={`${field}-${id}`}
                onChange={(_, data) => {
                  const next = new Set(shown);
                  if (data.checked === true) next.add(id);
                  else next.delete(id);
                  setWanted(next);
                }}
              />
              <Text size={200} id={`${field}-${id}`} className={styles.under}>
                {license ? `${since(license)}. ` : ''}
                {words}
              </Text>
            </div>
          );
        })}
      </div>
      {error !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{error}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || !changed}
          onClick={() => void save()}
          {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
        >
          Save
        </Button>
        {changed && (
          <Button
            disabled={busy}
            onClick={() => {
              setWanted(undefined);
              setError('');
            }}
          >
            Discard
          </Button>
        )}
      </div>
    </div>
  );
}
