import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { EachDialog, type Item, resultsOf } from '../../components/EachDialog';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { useAssignLicenses } from '../../components/useAssignLicenses';
import { useRemoveLicenses } from '../../components/useRemoveLicenses';
import { UserErrors } from '../../graphql/errors';
import { count } from '../../lib/time';
import { actAtOnce, namesOf } from './results';
import { type Seats, useSubscriptions } from './useSubscriptions';
import type { UserActions } from './useUserActions';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  small: { color: tokens.colorNeutralForeground2 },
  label: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
});

/** Assigns licenses of a subscription to several users, or removes them, in one go. */
export function ManageLicensesDialog(props: { actions: UserActions; organizationId: string }) {
  const { actions, organizationId } = props;
  const { kind, users, onProgress, end } = actions;
  const styles = useStyles();
  const [mode, setMode] = useState<'assign' | 'remove'>('assign');
  const [of, setOf] = useState<Seats>();
  const [assign] = useAssignLicenses();
  const [remove] = useRemoveLicenses();
  const assigning = mode === 'assign';
  const done = assigning ? 'has a license.' : 'has none any more.';

  const act = async (items: readonly Item[]) => {
    const input = { subscriptionId: of?.id ?? '', userIds: items.map(({ id }) => id) };
    return assigning
      ? resultsOf((await assign({ input })).assignLicenses.results, done)
      : resultsOf((await remove({ input })).removeLicenses.results, done);
  };

  return (
    <EachDialog
      chosen={kind === 'licenses' ? users.map(({ id, displayName }) => ({ id, name: displayName })) : []}
      doing={assigning ? 'assigning …' : 'removing …'}
      failed={(failed, all) => `The licenses of ${failed} of ${count(all.length, 'user')} were not changed`}
      steps={(all, names) => [
        {
          title:
            all.length === 1
              ? `Manage the licenses of ${all[0]?.name}`
              : `Manage the licenses of ${count(all.length, 'user')}`,
          body: (
            <div className={styles.content}>
              {names}
              <RadioGroup
                layout="horizontal"
                aria-label="What to do"
                value={mode}
                onChange={(_, data) => setMode(data.value === 'remove' ? 'remove' : 'assign')}
              >
                <Radio value="assign" label="Assign" />
                <Radio value="remove" label="Remove" />
              </RadioGroup>
              <PageBoundary skeleton={<TextSkeleton lines={3} />} title="The subscriptions could not be read">
                <Subscriptions organizationId={organizationId} assigning={assigning} chosen={of} onChoose={setOf} />
              </PageBoundary>
              <Text>
                {assigning
                  ? 'Each takes a seat. Who has a license already keeps it.'
                  : 'They can’t use the product any more, at once. Their seats are free again.'}
              </Text>
            </div>
          ),
          yes: assigning ? 'Assign' : 'Remove',
          no: 'Cancel',
        },
      ]}
      atOnce={actAtOnce}
      check={() => {
        if (!of) throw new UserErrors([{ code: 'INVALID', message: 'Choose a product.' }]);
      }}
      act={act}
      onProgress={onProgress}
      onClose={(all) => {
        setMode('assign');
        setOf(undefined);
        const names = namesOf(all.map(({ name }) => name));
        end(all.length === 0 ? '' : `${assigning ? 'Assigned to' : 'Removed from'} ${names}: ${of?.name}.`);
      }}
    />
  );
}

function Subscriptions(props: {
  organizationId: string;
  assigning: boolean;
  chosen: Seats | undefined;
  onChoose: (of: Seats | undefined) => void;
}) {
  const { organizationId, assigning, chosen, onChoose } = props;
  const styles = useStyles();
  const subscriptions = useSubscriptions(organizationId);
  if (subscriptions.length === 0) {
    return <Text className={styles.small}>The organization has tried or bought nothing yet.</Text>;
  }
  return (
    <RadioGroup
      aria-label="Product"
      value={chosen?.id ?? ''}
      onChange={(_, data) => onChoose(subscriptions.find(({ id }) => id === data.value))}
    >
      {subscriptions.map(({ id, name, full, words }) => (
        <Radio
          key={id}
          value={id}
          disabled={assigning && full}
          label={
            <span className={styles.label}>
              <Text>{name}</Text>
              <Text size={200} className={styles.small}>
                {words}
              </Text>
            </span>
          }
        />
      ))}
    </RadioGroup>
  );
}
