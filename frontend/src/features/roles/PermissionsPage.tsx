import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { Choice } from '../../components/Choice';
import { CommandBar } from '../../components/CommandBar';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { ListSkeleton } from '../../components/skeletons';
import { Tag } from '../../components/Tag';
import { useAddress } from '../../components/useAddress';
import { roleName, roleNames, sortRoles } from '../../lib/roles';
import { narrow, useMediaQuery } from '../../lib/useMediaQuery';
import { sentence, usePermissions } from './usePermissions';

const useStyles = makeStyles({
  table: { width: '100%' },
  wide: { tableLayout: 'fixed' },
  may: { width: '28%' },
  head: { color: tokens.colorNeutralForeground2 },
  // Names of roles break within words where text is enlarged: eight of them stand side by side.
  role: { width: '9%', textAlign: 'center', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200 },
  roleName: { display: 'block', textAlign: 'center', lineHeight: tokens.lineHeightBase200 },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, overflowWrap: 'anywhere' },
  mark: { textAlign: 'center', fontSize: '20px', lineHeight: 0 },
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXXS },
  small: { color: tokens.colorNeutralForeground2 },
  code: { fontFamily: tokens.fontFamilyMonospace },
  yes: { color: tokens.colorBrandForeground1 },
});

/** Roles > Who may do what: the table by which it is decided, as the server has it. */
export function PermissionsPage() {
  return (
    <>
      <PageHeader
        title="Who may do what"
        sentence="What each role includes. A delegated admin holds of it what the customer granted, and nothing that is never delegated."
        breadcrumb={[{ label: 'Roles', to: '/roles' }]}
      />
      <PageBoundary skeleton={<ListSkeleton rows={10} columns={4} />} title="The table could not be shown">
        <Content />
      </PageBoundary>
    </>
  );
}

const roleChoices = [
  { value: '', label: 'Role: all' },
  ...roleNames.map((role) => ({ value: role.toLowerCase(), label: roleName(role) })),
];

function Content() {
  const styles = useStyles();
  const isNarrow = useMediaQuery(narrow);
  const { state, change } = useAddress();
  const role = roleNames.find((name) => name.toLowerCase() === state.role);
  const includes = (roles: readonly string[], one: string) => roles.includes(one);
  const permissions = usePermissions().filter(({ roles }) => role === undefined || includes(roles, role));
  // Eight columns need room: elsewhere, and of one role, those who may stand in words.
  const matrix = !isNarrow && role === undefined;
  return (
    <>
      <CommandBar
        far={
          <Choice
            label="Role"
            choices={roleChoices}
            value={role?.toLowerCase()}
            onChoose={(next) => change({ role: next })}
          />
        }
      />
      <Table className={mergeClasses(styles.table, matrix && styles.wide)} aria-label="Permissions">
        <TableHeader className={styles.head}>
          <TableRow>
            <TableHeaderCell {...(matrix ? { className: styles.may } : {})}>May</TableHeaderCell>
            {matrix &&
              roleNames.map((name) => (
                <TableHeaderCell key={name} className={styles.role}>
                  <span className={styles.roleName}>{roleName(name)}</span>
                </TableHeaderCell>
              ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {permissions.map(({ name, description, roles, delegable }) => (
            <TableRow key={name}>
              <TableCell className={styles.cell}>
                <div className={styles.stack}>
                  <Text weight="semibold">{sentence(description)}</Text>
                  <Text size={200} className={styles.small}>
                    <span className={styles.code}>{name}</span>
                  </Text>
                  {!matrix && (
                    <Text size={200} className={styles.small}>
                      {roles.length === roleNames.length ? 'Every role' : sortRoles(roles).map(roleName).join(', ')}
                    </Text>
                  )}
                  {!delegable && <Tag color="informative">Never delegated</Tag>}
                </div>
              </TableCell>
              {matrix &&
                roleNames.map((one) => (
                  <TableCell key={one} className={styles.mark}>
                    {includes(roles, one) && <CheckmarkRegular className={styles.yes} role="img" aria-label="Yes" />}
                  </TableCell>
                ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
