import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { RoleVerbs } from '../../components/RoleVerbs';
import { Tag } from '../../components/Tag';
import { TextLink } from '../../components/TextLink';
import { type RoleName, roleInfo } from '../../lib/roles';
import { sentence, usePermissions } from './usePermissions';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2 },
});

/** What the holder of a role may do: in short, and everything that the role includes. */
export function RoleAbout(props: { role: RoleName }) {
  const { role } = props;
  const styles = useStyles();
  const permissions = usePermissions().filter(({ roles }) => (roles as readonly string[]).includes(role));
  const { risk } = roleInfo(role);
  return (
    <div className={styles.root}>
      {risk && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{risk}</MessageBarBody>
        </MessageBar>
      )}
      <RoleVerbs role={role} />
      <section className={styles.section}>
        <h3 className={styles.heading}>In full</h3>
        <ul className={styles.list}>
          {permissions.map(({ name, description, delegable }) => (
            <li key={name} className={styles.item}>
              <Text>{sentence(description)}</Text>
              {!delegable && <Tag color="informative">Never delegated</Tag>}
            </li>
          ))}
        </ul>
        <Text size={200} className={styles.small}>
          What is never delegated counts in one’s own organization alone: no delegated admin can do it, whatever their
          roles.
        </Text>
        <TextLink to="/roles/permissions">Who may do what: all roles side by side</TextLink>
      </section>
    </div>
  );
}
