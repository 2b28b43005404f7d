import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { WhatTheyCould_delegation$key } from '../../__generated__/WhatTheyCould_delegation.graphql';
import { Extents } from '../../components/Extents';
import { roleName, sortRoles } from '../../lib/roles';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
});

/** How far the roles reach into the organization, counted, and which roles would have done. Nothing for those who are not told. */
export function WhatTheyCould(props: { delegation: WhatTheyCould_delegation$key }) {
  const { roles, extents, leastRoles } = useFragment(
    graphql`
      fragment WhatTheyCould_delegation on Delegation {
        roles
        leastRoles
        extents {
          ...Extents_extents
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  if (!extents) return null;
  return (
    <section className={styles.root}>
      <h3 className={styles.heading}>What the roles reach in your organization today</h3>
      <Extents extents={extents} />
      {leastRoles && <Text>{needed(roles, leastRoles)}</Text>}
    </section>
  );
}

function needed(granted: readonly string[], least: readonly string[]): string {
  if (least.length === 0) return 'In the last 90 days they changed nothing here.';
  if (least.length === granted.length && least.every((role) => granted.includes(role))) {
    return 'In the last 90 days they needed all that they hold.';
  }
  return `In the last 90 days they needed no more than ${sortRoles(least).map(roleName).join(' and ')}.`;
}
