import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { graphql, usePaginationFragment } from 'react-relay';
import type { AskedFor_viewer$key } from '../../__generated__/AskedFor_viewer.graphql';
import type { AskedForQuery } from '../../__generated__/AskedForQuery.graphql';
import { LinkButton } from '../../components/LinkButton';
import { ListFoot } from '../../components/ListFoot';
import { RelativeTime } from '../../components/RelativeTime';
import { roleName } from '../../lib/roles';

const pageSize = 5;

const useStyles = makeStyles({
  root: { marginBottom: tokens.spacingVerticalXL, maxWidth: '880px' },
  heading: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '240px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2 },
  words: { whiteSpace: 'pre-line' },
});

/** What customers ask for and wait for. A new offer to them answers it. Nothing while nobody asks. */
export function AskedFor(props: { viewer: AskedFor_viewer$key }) {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<AskedForQuery, AskedFor_viewer$key>(
    graphql`
      fragment AskedFor_viewer on Viewer
      @refetchable(queryName: "AskedForQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "Cursor" }) {
        inquiries(first: $count, after: $cursor) @connection(key: "AskedFor_inquiries") {
          totalCount
          edges {
            node {
              id
              customerName
              askedBy
              replyTo
              message
              roles
              createdAt
            }
          }
        }
      }
    `,
    props.viewer,
  );
  const styles = useStyles();
  const { edges, totalCount } = data.inquiries;
  if (edges.length === 0) return null;
  return (
    <section aria-labelledby="asked-for" className={styles.root}>
      <Subtitle2 as="h2" id="asked-for" className={styles.heading}>
        Asked for
      </Subtitle2>
      <ul className={styles.list} aria-labelledby="asked-for">
        {edges.map(({ node }) => (
          <li key={node.id} className={styles.item}>
            <div className={styles.text}>
              <Text weight="semibold">{node.customerName}</Text>
              <Text size={200} className={styles.small}>
                {node.askedBy} · {node.replyTo} · <RelativeTime at={node.createdAt} />
              </Text>
              <Text className={styles.words}>“{node.message}”</Text>
              {node.roles.length > 0 && (
                <Text size={200} className={styles.small}>
                  They think of: {node.roles.map(roleName).join(', ')}
                </Text>
              )}
            </div>
            <LinkButton
              to="/partner/offers/new"
              search={{ customer: node.replyTo, ...(node.roles.length > 0 ? { roles: node.roles.join(',') } : {}) }}
              aria-label={`New offer to ${node.customerName}`}
            >
              New offer
            </LinkButton>
          </li>
        ))}
      </ul>
      {(hasNext || totalCount > pageSize) && (
        <ListFoot
          shown={edges.length}
          total={totalCount}
          hasMore={hasNext}
          loading={isLoadingNext}
          onMore={() => loadNext(pageSize)}
        />
      )}
    </section>
  );
}
