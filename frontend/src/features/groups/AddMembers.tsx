import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { graphql } from 'react-relay';
import type { AddMembersQuery } from '../../__generated__/AddMembersQuery.graphql';
import { PageBoundary } from '../../components/PageBoundary';
import { SearchField } from '../../components/SearchField';
import { Still } from '../../components/Still';
import { TextSkeleton } from '../../components/skeletons';
import { useToast } from '../../components/Toasts';
import { messageOf } from '../../graphql/errors';
import { usePageQuery } from '../../graphql/usePageQuery';
import { count } from '../../lib/time';
import { useAddGroupMembers } from './useAddGroupMembers';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  found: { minHeight: '240px', maxHeight: '50vh', overflowY: 'auto' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  small: { color: tokens.colorNeutralForeground2 },
  name: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
});

type Chosen = ReadonlyMap<string, string>;

interface Props {
  open: boolean;
  groupId: string;
  groupName: string;
  /** Who is known to be in it already. */
  members: ReadonlySet<string>;
  /** Somebody was added. */
  onAdded: () => void;
  onClose: () => void;
}

/** Finds people of the own organization and puts them into a group. */
export function AddMembers(props: Props) {
  const { open, onClose } = props;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <Body {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Body(props: Props) {
  const { groupId, groupName, members, onAdded, onClose } = props;
  const styles = useStyles();
  const tell = useToast();
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [error, setError] = useState<string>();
  const [add, busy] = useAddGroupMembers();

  const save = async () => {
    if (busy || chosen.size === 0) return;
    setError(undefined);
    try {
      const { addGroupMembers } = await add({ input: { groupId, userIds: [...chosen.keys()] } });
      onAdded();
      const failed = addGroupMembers.results.filter(({ userErrors }) => userErrors.length > 0);
      if (failed.length > 0) {
        setError(
          failed
            .map(
              ({ id, userErrors }) => `${chosen.get(id)} was not added. ${userErrors.map((e) => e.message).join(' ')}`,
            )
            .join(' '),
        );
        setChosen(new Map([...chosen].filter(([id]) => failed.some((one) => one.id === id))));
        return;
      }
      tell(
        chosen.size === 1
          ? `${[...chosen.values()][0]} is in ${groupName} now`
          : `${chosen.size} people are in ${groupName} now`,
      );
      onClose();
    } catch (caught) {
      setError(messageOf(caught));
    }
  };

  return (
    <DialogBody>
      <DialogTitle>Add people to {groupName}</DialogTitle>
      <DialogContent className={styles.content}>
        <SearchField label="Search people" value={text} onSearch={setText} />
        <div className={styles.found} aria-busy={shown !== text}>
          <PageBoundary skeleton={<TextSkeleton lines={5} />} title="The people could not be read">
            <Found
              text={shown}
              members={members}
              chosen={chosen}
              onChoose={(id, name, on) => {
                const next = new Map(chosen);
                if (on) next.set(id, name);
                else next.delete(id);
                setChosen(next);
              }}
            />
          </PageBoundary>
        </div>
        <Text role="status" className={styles.small}>
          {chosen.size === 0 ? 'Nobody is chosen yet.' : `Chosen: ${[...chosen.values()].join(', ')}`}
        </Text>
        {error && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{error}</MessageBarBody>
          </MessageBar>
        )}
      </DialogContent>
      <DialogActions>
        <Button
          appearance="primary"
          disabledFocusable={busy || chosen.size === 0}
          {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
          onClick={() => void save()}
        >
          {chosen.size === 0 ? 'Add' : `Add ${count(chosen.size, 'person', 'people')}`}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </DialogBody>
  );
}

function Found(props: {
  text: string;
  members: ReadonlySet<string>;
  chosen: Chosen;
  onChoose: (id: string, name: string, on: boolean) => void;
}) {
  const { text, members, chosen, onChoose } = props;
  const styles = useStyles();
  const { viewer } = usePageQuery<AddMembersQuery>(
    graphql`
      query AddMembersQuery($text: String) {
        viewer {
          organization {
            users(first: 20, search: $text) {
              totalCount
              edges {
                node {
                  id
                  displayName
                  userName
                }
              }
            }
          }
        }
      }
    `,
    { text: text || null },
  );
  const users = viewer?.organization.users;
  if (!users) return null;
  if (users.edges.length === 0)
    return <Text className={styles.small}>Nobody in your organization fits the search.</Text>;
  const rest = users.totalCount - users.edges.length;
  return (
    <>
      <ul className={styles.list} aria-label="People">
        {users.edges.map(({ node }) => {
          const inside = members.has(node.id);
          return (
            <li key={node.id}>
              <Checkbox
                checked={inside || chosen.has(node.id)}
                disabled={inside}
                label={
                  <span className={styles.name}>
                    <Text>{node.displayName}</Text>
                    <Text size={200} className={styles.small}>
                      {node.userName}
                      {inside && ' · in the group already'}
                    </Text>
                  </span>
                }
                onChange={(_, data) => onChoose(node.id, node.displayName, data.checked === true)}
              />
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <Text size={200} className={styles.small}>
          and {count(rest, 'more person', 'more people')}: search to find them
        </Text>
      )}
    </>
  );
}
