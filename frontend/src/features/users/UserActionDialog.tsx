import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { EachDialog, type Item, resultsOf } from '../../components/EachDialog';
import { count } from '../../lib/time';
import { actAtOnce, namesOf } from './results';
import { useDeleteUsers } from './useDeleteUsers';
import { useResetPasswords } from './useResetPasswords';
import { useRestoreUsers } from './useRestoreUsers';
import { useSetUsersEnabled } from './useSetUsersEnabled';
import type { ActionKind, UserActions } from './useUserActions';

type Kind = Exclude<ActionKind, 'roles' | 'licenses'>;

interface Words {
  /** The question about whom: a name, or “3 users”. */
  readonly ask: (whom: string) => string;
  /** What will happen, a sentence each. */
  readonly body: (one: boolean, email: string | null | undefined) => readonly string[];
  readonly yes: string;
  readonly danger?: boolean;
  readonly doing: string;
  /** Goes on after a name in the results. */
  readonly done: string;
  /** After “was not” or “were not”. */
  readonly not: string;
  /** What to tell once it is done with all. */
  readonly tell: (names: string, one: boolean) => string;
}

const words: Readonly<Record<Kind, Words>> = {
  reset: {
    ask: (whom) => `Reset the password of ${whom}?`,
    body: (one, email) => [
      one
        ? `A link to choose a new password goes to ${email ?? 'their address'}. You never see the password.`
        : 'Each gets a link to choose a new password, at their own address. You never see the passwords.',
      one
        ? 'Their old password stops working, and they are signed out everywhere at once.'
        : 'Their old passwords stop working, and they are signed out everywhere at once.',
    ],
    yes: 'Reset',
    doing: 'resetting …',
    done: 'reset. A link is on its way.',
    not: 'reset',
    tell: (names, one) =>
      one
        ? `The password of ${names} was reset. A link to choose a new one is on its way to them.`
        : `The passwords of ${names} were reset. A link to choose a new one is on its way to each.`,
  },
  enable: {
    ask: (whom) => `Enable ${whom}?`,
    body: (one) => [
      one
        ? 'They can sign in again with the password that they had.'
        : 'They can sign in again with the passwords that they had.',
    ],
    yes: 'Enable',
    doing: 'enabling …',
    done: 'enabled.',
    not: 'enabled',
    tell: (names, one) => `${names} ${one ? 'may' : 'may all'} sign in again.`,
  },
  disable: {
    ask: (whom) => `Disable ${whom}?`,
    body: () => [
      'They can’t sign in any more, and are signed out everywhere at once.',
      'Their accounts, roles and licenses stay as they are. You can enable them again at any moment.',
    ],
    yes: 'Disable',
    danger: true,
    doing: 'disabling …',
    done: 'disabled.',
    not: 'disabled',
    tell: (names, one) => `${names} ${one ? 'was' : 'were'} disabled, and signed out everywhere.`,
  },
  delete: {
    ask: (whom) => `Delete ${whom}?`,
    body: () => [
      'They can’t sign in any more, are signed out everywhere at once, and give back their licenses.',
      'For 30 days you can restore them under Deleted users. After that they are gone for good.',
    ],
    yes: 'Delete',
    danger: true,
    doing: 'deleting …',
    done: 'deleted.',
    not: 'deleted',
    tell: (names, one) =>
      `${names} ${one ? 'was' : 'were'} deleted. For 30 days you can restore them under Deleted users.`,
  },
  restore: {
    ask: (whom) => `Restore ${whom}?`,
    body: () => ['They come back as they were, with their roles, and can sign in with the password that they had.'],
    yes: 'Restore',
    doing: 'restoring …',
    done: 'restored.',
    not: 'restored',
    tell: (names, one) =>
      `${names} ${one ? 'was' : 'were'} restored, and ${one ? 'is' : 'are'} among the active users again.`,
  },
};

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Asks once before something is done with one user or several: who they are and what will happen. Then a result for each. */
export function UserActionDialog(props: { actions: UserActions }) {
  const { kind: wanted, users, onProgress, end } = props.actions;
  const elsewhere = wanted === 'roles' || wanted === 'licenses'; // these have dialogs of their own
  const kind: Kind = elsewhere ? 'reset' : wanted;
  const { ask, body, yes, danger = false, doing, done, not, tell } = words[kind];
  const styles = useStyles();
  const [reset] = useResetPasswords();
  const [setEnabled] = useSetUsersEnabled();
  const [remove] = useDeleteUsers();
  const [restore] = useRestoreUsers();

  const act = async (items: readonly Item[]) => {
    const ids = items.map(({ id }) => id);
    switch (kind) {
      case 'reset':
        return resultsOf((await reset({ input: { userIds: ids } })).resetPasswords.results, done);
      case 'delete':
        return resultsOf((await remove({ input: { ids } })).deleteUsers.results, done);
      case 'restore':
        return resultsOf((await restore({ input: { ids } })).restoreUsers.results, done);
      default:
        return resultsOf(
          (await setEnabled({ input: { ids, enabled: kind === 'enable' } })).setUsersEnabled.results,
          done,
        );
    }
  };

  return (
    <EachDialog
      chosen={elsewhere ? [] : users.map(({ id, displayName, email }) => ({ id, name: displayName, email }))}
      doing={doing}
      failed={(failed, all) =>
        all.length === 1
          ? `${all[0]?.name} was not ${not}`
          : `${failed} of ${count(all.length, 'user')} ${failed === 1 ? 'was' : 'were'} not ${not}`
      }
      steps={(all, names) => [
        {
          title: ask(all.length === 1 ? (all[0]?.name ?? '') : count(all.length, 'user')),
          body: (
            <div className={styles.content}>
              {names}
              {body(all.length === 1, all[0]?.email).map((sentence) => (
                <Text key={sentence}>{sentence}</Text>
              ))}
            </div>
          ),
          yes,
          no: 'Cancel',
          danger,
        },
      ]}
      atOnce={actAtOnce}
      act={act}
      onProgress={onProgress}
      onClose={(all) => end(all.length === 0 ? '' : tell(namesOf(all.map(({ name }) => name)), all.length === 1))}
    />
  );
}
