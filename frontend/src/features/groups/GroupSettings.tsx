import { graphql, useFragment } from 'react-relay';
import type { GroupSettings_group$key } from '../../__generated__/GroupSettings_group.graphql';
import type { Role } from '../../__generated__/useUpdateGroupMutation.graphql';
import { Facts } from '../../components/Facts';
import { useToast } from '../../components/Toasts';
import { roleName, sortRoles } from '../../lib/roles';
import { longDate } from '../../lib/time';
import { GroupForm, type GroupValues } from './GroupForm';
import { useUpdateGroup } from './useUpdateGroup';

/** What a group is called, what it is for and which roles it gets by default: to read, and for those who may to change. */
export function GroupSettings(props: { group: GroupSettings_group$key }) {
  const { id, name, description, defaultRoles, createdAt, viewerCanManage } = useFragment(
    graphql`
      fragment GroupSettings_group on Group {
        id
        name
        description
        defaultRoles
        createdAt
        viewerCanManage
      }
    `,
    props.group,
  );
  const tell = useToast();
  const [update] = useUpdateGroup();
  const save = async (values: GroupValues) => {
    await update({ input: { id, ...values, defaultRoles: values.defaultRoles as Role[] } });
    tell('Group saved');
  };
  if (viewerCanManage) {
    return <GroupForm values={{ name, description: description ?? '', defaultRoles }} save="Save" onSave={save} />;
  }
  return (
    <Facts
      facts={[
        ['Name', name],
        ['What it is for', description || 'not said'],
        ['Default roles', sortRoles(defaultRoles).map(roleName).join(', ') || 'none'],
        ['Created', longDate(createdAt)],
      ]}
    />
  );
}
