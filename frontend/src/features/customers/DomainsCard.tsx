import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { DomainsCard_organization$key } from '../../__generated__/DomainsCard_organization.graphql';
import { Tag } from '../../components/Tag';
import { count } from '../../lib/time';
import { Card } from './Card';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2 },
});

/** The domains of an organization. */
export function DomainsCard(props: { organization: DomainsCard_organization$key }) {
  const { domains } = useFragment(
    graphql`
      fragment DomainsCard_organization on Organization {
        domains(first: 50) {
          totalCount
          edges {
            node {
              id
              name
              verifiedAt
              isInitial
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const rest = domains.totalCount - domains.edges.length;
  return (
    <Card title="Domains">
      {domains.edges.length === 0 ? (
        <Text className={styles.small}>This organization has no domain.</Text>
      ) : (
        <ul className={styles.list}>
          {domains.edges.map(({ node }) => (
            <li key={node.id} className={styles.item}>
              <Text>{node.name}</Text>
              <Tag color={node.verifiedAt ? 'success' : 'warning'}>{node.verifiedAt ? 'Verified' : 'Not verified'}</Tag>
              {node.isInitial && (
                <Text size={200} className={styles.small}>
                  came with the organization
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <Text className={styles.small}>and {count(rest, 'more domain')}</Text>}
    </Card>
  );
}
