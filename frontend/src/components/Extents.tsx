import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { Extents_extents$data, Extents_extents$key } from '../__generated__/Extents_extents.graphql';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

/** What is done to users and domains, in the order in which it is told. */
const verbs: Readonly<Record<string, string>> = {
  'users.update': 'Change the name of',
  'users.enable': 'Disable and enable',
  'users.delete': 'Delete and restore',
  'users.password.reset': 'Reset the password of',
  'roles.assign': 'Assign roles to',
  'licenses.assign': 'Assign licenses to',
  'domains.manage': 'Verify and remove',
};

/** How far roles reach into one's own organization, counted: “Reset the password of 214 of your 230 users (no administrator)”. */
export function Extents(props: { extents: Extents_extents$key }) {
  const extents = useFragment(
    graphql`
      fragment Extents_extents on Extent @relay(plural: true) {
        permission
        count
        total
        administrators
        allAdministrators
      }
    `,
    props.extents,
  );
  const styles = useStyles();
  const told = Object.keys(verbs).flatMap(
    (permission) => extents.find((e) => e.permission === permission && e.count > 0) ?? [],
  );
  if (told.length === 0) return <Text>Nothing of yours can be changed with these roles.</Text>;
  return (
    <ul className={styles.list}>
      {told.map((extent) => (
        <li key={extent.permission}>
          <Text>{inWords(extent)}</Text>
        </li>
      ))}
    </ul>
  );
}

type Extent = Extents_extents$data[number];

function inWords({ permission, count, total, administrators, allAdministrators }: Extent): string {
  const verb = verbs[permission] ?? '';
  if (permission === 'domains.manage') return `${verb} ${share(count, total, 'domain')}`;
  const who = share(count, total, 'user');
  if (allAdministrators === 0) return `${verb} ${who}`;
  if (administrators === 0) return `${verb} ${who} (no administrator)`;
  return `${verb} ${who} (${share(administrators, allAdministrators, 'administrator')})`;
}

/** “all your 230 users”, “214 of your 230 users”, “your one domain”. */
function share(count: number, total: number, noun: string): string {
  if (total === 1) return `your one ${noun}`;
  const all = `your ${total.toLocaleString('en')} ${noun}s`;
  return count === total ? `all ${all}` : `${count.toLocaleString('en')} of ${all}`;
}
