import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { EachDialog, type Item, resultsOf } from '../../components/EachDialog';
import { useToast } from '../../components/Toasts';
import { useRemoveLicenses } from '../../components/useRemoveLicenses';
import { count } from '../../lib/time';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Takes their license from people after a question, and tells what became of each. */
export function RemoveLicenses(props: {
  subscriptionId: string;
  product: string;
  /** Empty: the dialog is closed. */
  chosen: readonly Item[];
  onProgress: () => void;
  onClose: () => void;
}) {
  const { subscriptionId, product, chosen, onProgress, onClose } = props;
  const styles = useStyles();
  const tell = useToast();
  const [remove] = useRemoveLicenses();
  const whom = (all: readonly Item[]) =>
    all.length === 1 ? (all[0]?.name ?? '') : count(all.length, 'person', 'people');
  return (
    <EachDialog
      chosen={chosen}
      doing="removing …"
      failed={(failed, all) =>
        all.length === 1 ? `${whom(all)} still has a license` : `${failed} of ${whom(all)} still have a license`
      }
      steps={(all, names) => [
        {
          title: `Remove ${product} from ${whom(all)}?`,
          body: (
            <div className={styles.content}>
              {names}
              <Text>They can’t use the product any more, at once. Their seats are free again.</Text>
            </div>
          ),
          yes: 'Remove',
          no: 'Cancel',
          danger: true,
        },
      ]}
      atOnce={100}
      act={async (items) => {
        const { removeLicenses } = await remove({ input: { subscriptionId, userIds: items.map(({ id }) => id) } });
        return resultsOf(removeLicenses.results, 'removed.');
      }}
      onProgress={onProgress}
      onClose={(gone) => {
        if (gone.length > 0) tell(`${product} was removed from ${whom(gone)}`);
        onClose();
      }}
    />
  );
}
