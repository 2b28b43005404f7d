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
import type { PickPeopleQuery } from '../__generated__/PickPeopleQuery.graphql';
import { messageOf } from '../graphql/errors';
import { usePageQuery } from '../graphql/usePageQuery';
import { count } from '../lib/time';
import { PageBoundary } from './PageBoundary';
import { SearchField } from './SearchField';
import { Still } from './Still';
import { TextSkeleton } from './skeletons';

/** How many people one request is about at most. */
const atOnce = 100;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  found: { minHeight: '240px', maxHeight: '50vh', overflowY: 'auto' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  small: { color: tokens.colorNeutralForeground2 },
  name: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
});

type Chosen = ReadonlyMap<string, string>;

/** What became of one of those who were chosen. */
interface Result {
  readonly id: string;
  readonly userErrors: readonly { readonly message: string }[];
}

interface Props {
  open: boolean;
  title: string;
  /** What the button does, such as “Add 2 people”; “Add” while nobody is chosen. */
  yes: (whom: string | undefined) => string;
  /** Of somebody with whom it was not done, such as “was not added”. */
  failed: string;
  /** Whose people; those of one's own organization when left out. */
  organizationId?: string;
  /** With whom it is known to be done already, and how to say so: “in the group already”. */
  already: ReadonlySet<string>;
  alreadyWords: string;
  act: (ids: readonly string[]) => Promise<readonly Result[]>;
  /** It was done with some. */
  onProgress: () => void;
  /** `done` are the names of those with whom it was done; none when the person left. */
  onClose: (done: readonly string[]) => void;
}

/** Finds people of an organization, one or many, and does something with them. Who fails stays chosen, with the reason. */
export function PickPeople(props: Props) {
  const { open, onClose } = props;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose([])}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <Body {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Body(props: Props) {
  const { title, yes, failed: not, act, onProgress, onClose } = props;
  const styles = useStyles();
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    if (busy || chosen.size === 0) return;
    setError(undefined);
    setBusy(true);
    try {
      const results: Result[] = [];
      const ids = [...chosen.keys()];
      for (let from = 0; from < ids.length; from += atOnce)
        results.push(...(await act(ids.slice(from, from + atOnce))));
      onProgress();
      const failed = results.filter(({ userErrors }) => userErrors.length > 0);
      if (failed.length === 0) return onClose([...chosen.values()]);
      setError(
        failed
          .map(({ id, userErrors }) => `${chosen.get(id)} ${not}. ${userErrors.map((e) => e.message).join(' ')}`)
          .join(' '),
      );
      setChosen(new Map([...chosen].filter(([id]) => failed.some((one) => one.id === id))));
    } catch (caught) {
      setError(messageOf(caught));
    } finally {
      setBusy(false);
    }
  };

  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={styles.content}>
        <SearchField label="Search people" value={text} onSearch={setText} />
        <div className={styles.found} aria-busy={shown !== text}>
          <PageBoundary skeleton={<TextSkeleton lines={5} />} title="The people could not be read">
            <Found
              {...props}
              text={shown}
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
          {yes(chosen.size === 0 ? undefined : count(chosen.size, 'person', 'people'))}
        </Button>
        <Button onClick={() => onClose([])}>Cancel</Button>
      </DialogActions>
    </DialogBody>
  );
}

function Found(props: {
  text: string;
  organizationId?: string;
  already: ReadonlySet<string>;
  alreadyWords: string;
  chosen: Chosen;
  onChoose: (id: string, name: string, on: boolean) => void;
}) {
  const { text, organizationId: id = '', already, alreadyWords, chosen, onChoose } = props;
  const styles = useStyles();
  const data = usePageQuery<PickPeopleQuery>(
    graphql`
      query PickPeopleQuery($id: ID!, $own: Boolean!, $text: String) {
        viewer @include(if: $own) {
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
        node(id: $id) @skip(if: $own) {
          ... on Organization {
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
    { id, own: id === '', text: text || null },
  );
  const users = (data.viewer?.organization ?? data.node)?.users;
  if (!users) return null;
  if (users.edges.length === 0) {
    return <Text className={styles.small}>Nobody in the organization fits the search.</Text>;
  }
  const rest = users.totalCount - users.edges.length;
  return (
    <>
      <ul className={styles.list} aria-label="People">
        {users.edges.map(({ node }) => {
          const inside = already.has(node.id);
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
                      {inside && ` · ${alreadyWords}`}
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
