import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { graphql, useFragment } from 'react-relay';
import type { RoleList_organization$key } from '../../__generated__/RoleList_organization.graphql';
import { CommandBar } from '../../components/CommandBar';
import { LinkButton } from '../../components/LinkButton';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { Tag } from '../../components/Tag';
import { TextLink } from '../../components/TextLink';
import { useAddress } from '../../components/useAddress';
import { roleInfo, roleNames } from '../../lib/roles';
import { count } from '../../lib/time';
import { phone, useMediaQuery } from '../../lib/useMediaQuery';

const RolePanel = lazily(async () => (await import('./RolePanel')).RolePanel);

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
  row: { cursor: 'pointer' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    height: '56px',
    overflowWrap: 'anywhere',
  },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground2 },
  people: { width: '120px' },
});

/** The roles, the widest first, with how many people hold each, and the panel about one. */
export function RoleList(props: {
  organization: RoleList_organization$key;
  organizationId: string;
  /** The address of the organization's users. */
  users: string;
  canReadDelegatedAdmins: boolean;
}) {
  const { organizationId, users, canReadDelegatedAdmins } = props;
  const holders = useFragment(
    graphql`
      fragment RoleList_organization on Organization {
        GLOBAL_ADMINISTRATOR: users(first: 1, filter: { role: GLOBAL_ADMINISTRATOR }) {
          totalCount
        }
        GLOBAL_READER: users(first: 1, filter: { role: GLOBAL_READER }) {
          totalCount
        }
        USER_ADMINISTRATOR: users(first: 1, filter: { role: USER_ADMINISTRATOR }) {
          totalCount
        }
        HELPDESK_ADMINISTRATOR: users(first: 1, filter: { role: HELPDESK_ADMINISTRATOR }) {
          totalCount
        }
        LICENSE_ADMINISTRATOR: users(first: 1, filter: { role: LICENSE_ADMINISTRATOR }) {
          totalCount
        }
        DOMAIN_NAME_ADMINISTRATOR: users(first: 1, filter: { role: DOMAIN_NAME_ADMINISTRATOR }) {
          totalCount
        }
        PRIVILEGED_ROLE_ADMINISTRATOR: users(first: 1, filter: { role: PRIVILEGED_ROLE_ADMINISTRATOR }) {
          totalCount
        }
        DIRECTORY_READER: users(first: 1, filter: { role: DIRECTORY_READER }) {
          totalCount
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const { state, change, open } = useAddress();
  const opened = roleNames.find((role) => role.toLowerCase() === state.role);

  return (
    <>
      <CommandBar>
        <LinkButton to="/roles/permissions" appearance="subtle" icon={<TableRegular />}>
          Who may do what
        </LinkButton>
      </CommandBar>
      <Table className={styles.table} aria-label="Roles" onPointerEnter={RolePanel.preload} onFocus={RolePanel.preload}>
        <TableHeader className={styles.head}>
          <TableRow>
            <TableHeaderCell>Role</TableHeaderCell>
            {!isPhone && <TableHeaderCell className={styles.people}>People</TableHeaderCell>}
          </TableRow>
        </TableHeader>
        <TableBody>
          {roleNames.map((role) => {
            const { name, description, risk } = roleInfo(role);
            const people = holders[role].totalCount;
            return (
              <TableRow
                key={role}
                className={styles.row}
                onClick={(event) => {
                  if (event.target instanceof Element && event.target.closest('a')) return;
                  open({ role: role.toLowerCase(), tab: undefined });
                }}
              >
                <TableCell className={styles.cell}>
                  <div className={styles.stack}>
                    <span className={styles.line}>
                      <TextLink
                        to="."
                        search={((now: object) => ({ ...now, role: role.toLowerCase(), tab: undefined })) as never}
                        className={styles.name}
                      >
                        {name}
                      </TextLink>
                      {risk && <Tag color="danger">High risk</Tag>}
                    </span>
                    <span className={styles.small}>{description}</span>
                    {isPhone && <span className={styles.small}>{count(people, 'person', 'people')}</span>}
                  </div>
                </TableCell>
                {!isPhone && <TableCell className={styles.cell}>{people.toLocaleString('en')}</TableCell>}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      <Opened when={opened !== undefined}>
        <RolePanel
          role={opened}
          organizationId={organizationId}
          users={users}
          canReadDelegatedAdmins={canReadDelegatedAdmins}
          tab={state.tab}
          onTab={(tab) => change({ tab })}
          onClose={() => change({ role: undefined, tab: undefined })}
        />
      </Opened>
    </>
  );
}
