import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { EachDialog, type Item } from '../../components/EachDialog';
import { count } from '../../lib/time';
import { useDeleteGroup } from './useDeleteGroup';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Deletes one group or several after a question, and tells what became of each. */
export function DeleteGroups(props: {
  /** Empty: the dialog is closed. */
  chosen: readonly Item[];
  onProgress: () => void;
  onClose: (gone: readonly Item[]) => void;
}) {
  const styles = useStyles();
  const [remove] = useDeleteGroup();
  return (
    <EachDialog
      {...props}
      doing="deleting …"
      failed={(failed, all) =>
        all.length === 1
          ? `${all[0]?.name} was not deleted`
          : `${failed} of ${count(all.length, 'group')} ${failed === 1 ? 'was' : 'were'} not deleted`
      }
      steps={(all, names) => [
        {
          title: all.length === 1 ? `Delete ${all[0]?.name}?` : `Delete ${count(all.length, 'group')}?`,
          body: (
            <div className={styles.content}>
              {names}
              <Text>
                What people may do at customers through {all.length === 1 ? 'it' : 'them'}, they can’t any more, at
                once.
              </Text>
              <Text>The people themselves stay. This can’t be undone.</Text>
            </div>
          ),
          yes: 'Delete',
          no: 'Cancel',
          danger: true,
        },
      ]}
      act={async (items) => {
        for (const { id } of items) await remove({ input: { id } });
        return items.map(({ id }) => ({ id, done: 'deleted.' }));
      }}
    />
  );
}
