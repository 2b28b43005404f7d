import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { EachDialog, type Item, resultsOf } from '../../components/EachDialog';
import { useToast } from '../../components/Toasts';
import { count } from '../../lib/time';
import { useRemoveGroupMembers } from './useRemoveGroupMembers';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Takes people out of a group after a question, and tells what became of each. */
export function RemoveMembers(props: {
  groupId: string;
  groupName: string;
  /** Empty: the dialog is closed. */
  chosen: readonly Item[];
  onProgress: () => void;
  onClose: () => void;
}) {
  const { groupId, groupName, chosen, onProgress, onClose } = props;
  const styles = useStyles();
  const tell = useToast();
  const [remove] = useRemoveGroupMembers();
  const whom = (all: readonly Item[]) =>
    all.length === 1 ? (all[0]?.name ?? '') : count(all.length, 'person', 'people');
  return (
    <EachDialog
      chosen={chosen}
      doing="removing …"
      failed={(failed, all) =>
        all.length === 1
          ? `${whom(all)} was not removed`
          : `${failed} of ${whom(all)} ${failed === 1 ? 'was' : 'were'} not removed`
      }
      steps={(all, names) => [
        {
          title: `Remove ${whom(all)} from ${groupName}?`,
          body: (
            <div className={styles.content}>
              {names}
              <Text>What they may do at customers through this group alone, they can’t any more, at once.</Text>
            </div>
          ),
          yes: 'Remove',
          no: 'Cancel',
          danger: true,
        },
      ]}
      atOnce={100}
      act={async (items) => {
        const { removeGroupMembers } = await remove({ input: { groupId, userIds: items.map(({ id }) => id) } });
        return resultsOf(removeGroupMembers.results, 'removed.');
      }}
      onProgress={onProgress}
      onClose={(gone) => {
        if (gone.length > 0) tell(`${whom(gone)} removed from ${groupName}`);
        onClose();
      }}
    />
  );
}
