import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { EachDialog, type Item, resultsOf } from '../../components/EachDialog';
import { count } from '../../lib/time';
import { useRemoveDomains } from './useRemoveDomains';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Removes one domain or several after a question, and tells for each that stays who or what is in the way. */
export function RemoveDomains(props: {
  /** Empty: the dialog is closed. */
  chosen: readonly Item[];
  onProgress: () => void;
  onClose: (gone: readonly Item[]) => void;
}) {
  const styles = useStyles();
  const [remove] = useRemoveDomains();
  return (
    <EachDialog
      {...props}
      doing="removing …"
      failed={(failed, all) =>
        all.length === 1
          ? `${all[0]?.name} was not removed`
          : `${failed} of ${count(all.length, 'domain')} ${failed === 1 ? 'was' : 'were'} not removed`
      }
      steps={(all, names) => [
        {
          title: all.length === 1 ? `Remove ${all[0]?.name}?` : `Remove ${count(all.length, 'domain')}?`,
          body: (
            <div className={styles.content}>
              {names}
              <Text>
                No user name can lie in {all.length === 1 ? 'it' : 'them'} any more. A domain in which users have their
                name or address stays, and you are told whose.
              </Text>
              <Text>To have it again, it is added and proved anew.</Text>
            </div>
          ),
          yes: 'Remove',
          no: 'Cancel',
          danger: true,
        },
      ]}
      atOnce={100}
      act={async (items) => {
        const { removeDomains } = await remove({ input: { ids: items.map(({ id }) => id) } });
        return resultsOf(removeDomains.results, 'removed.');
      }}
    />
  );
}
