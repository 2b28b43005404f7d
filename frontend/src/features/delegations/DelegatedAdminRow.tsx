import { Checkbox, makeStyles, TableCell, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { DelegatedAdminRow_delegation$key } from '../../__generated__/DelegatedAdminRow_delegation.graphql';
import { DelegationRow, type Layout } from '../../components/DelegationRow';
import { RolesInShort } from '../../components/RolesInShort';
import { TextLink } from '../../components/TextLink';

const useStyles = makeStyles({
  check: { width: '44px', padding: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One delegated admin in the list. */
export function DelegatedAdminRow(props: {
  delegation: DelegatedAdminRow_delegation$key;
  layout: Layout;
  selected: boolean;
  onSelect: () => void;
  onOpen: () => void;
}) {
  const { layout, selected, onSelect, onOpen } = props;
  const delegation = useFragment(
    graphql`
      fragment DelegatedAdminRow_delegation on Delegation {
        id
        roles
        partner {
          name
          domain
        }
        ...DelegationRow_delegation
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const { id, partner, roles } = delegation;
  return (
    <DelegationRow
      delegation={delegation}
      layout={layout}
      check={
        <TableCell className={styles.check}>
          <Checkbox checked={selected} aria-label={`Select ${partner.name}`} onChange={onSelect} />
        </TableCell>
      }
      name={
        <>
          <TextLink
            to="/support/delegated-admins"
            search={(now: object) => ({ ...now, admin: id, tab: undefined })}
            className={styles.name}
          >
            {partner.name}
          </TextLink>
          <span className={styles.small}>{partner.domain ?? 'No verified domain'}</span>
        </>
      }
      roles={<RolesInShort roles={roles} />}
      selected={selected}
      onOpen={onOpen}
    />
  );
}
