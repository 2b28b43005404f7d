import { Checkbox, makeStyles, TableCell, TableRow, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DomainRow_domain$key } from '../../__generated__/DomainRow_domain.graphql';
import { TextLink } from '../../components/TextLink';
import { count } from '../../lib/time';
import { DomainTags } from './DomainTags';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  check: { width: '44px', padding: 0 },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    height: '48px',
    overflowWrap: 'anywhere',
  },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold, alignSelf: 'flex-start' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One domain in the list. On phones its columns stand in further lines under the name. */
export function DomainRow(props: {
  domain: DomainRow_domain$key;
  phone: boolean;
  selected: boolean;
  /** Undefined where domains can't be selected. */
  onSelect: (() => void) | undefined;
  onOpen: () => void;
}) {
  const { phone, selected, onSelect, onOpen } = props;
  const domain = useFragment(
    graphql`
      fragment DomainRow_domain on Domain {
        id
        name
        isInitial
        userCount
        addedBy {
          name
        }
        ...DomainTags_domain
      }
    `,
    props.domain,
  );
  const styles = useStyles();
  const openUnlessSelecting = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
    onOpen();
  };
  return (
    <TableRow className={styles.row} appearance={selected ? 'brand' : 'none'} onClick={openUnlessSelecting}>
      {onSelect && (
        <TableCell className={styles.check}>
          <Checkbox checked={selected} aria-label={`Select ${domain.name}`} onChange={onSelect} />
        </TableCell>
      )}
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          <TextLink to="." search={((now: object) => ({ ...now, domain: domain.id })) as never} className={styles.name}>
            {domain.name}
          </TextLink>
          {domain.isInitial && <span className={styles.small}>came with the organization</span>}
          {domain.addedBy && <span className={styles.small}>added by {domain.addedBy.name}</span>}
          {phone && (
            <>
              <DomainTags domain={domain} />
              <span className={styles.small}>{count(domain.userCount, 'user')}</span>
            </>
          )}
        </div>
      </TableCell>
      {!phone && (
        <>
          <TableCell className={styles.cell}>
            <DomainTags domain={domain} />
          </TableCell>
          <TableCell className={styles.cell}>{domain.userCount.toLocaleString('en')}</TableCell>
        </>
      )}
    </TableRow>
  );
}
