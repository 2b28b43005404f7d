import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { DomainTags_domain$key } from '../../__generated__/DomainTags_domain.graphql';
import { Tag } from '../../components/Tag';

const useStyles = makeStyles({
  root: { display: 'inline-flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** How a domain stands: whether it is proved, and whether it is the default. */
export function DomainTags(props: { domain: DomainTags_domain$key }) {
  const { verifiedAt, isDefault } = useFragment(
    graphql`
      fragment DomainTags_domain on Domain {
        verifiedAt
        isDefault
      }
    `,
    props.domain,
  );
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <Tag color={verifiedAt ? 'success' : 'warning'}>{verifiedAt ? 'Verified' : 'Not verified'}</Tag>
      {isDefault && <Tag color="informative">Default</Tag>}
    </span>
  );
}
