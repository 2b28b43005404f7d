import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { Role } from '../../__generated__/useCreateGroupMutation.graphql';
import { Still } from '../../components/Still';
import { GroupForm, type GroupValues } from './GroupForm';
import { useCreateGroup } from './useCreateGroup';

const empty: GroupValues = { name: '', description: '', defaultRoles: [] };

/** Asks for a new group, and creates it: `onClose` gets its id. */
export function NewGroupDialog(props: { open: boolean; onClose: (created?: string) => void }) {
  const { open, onClose } = props;
  const [create] = useCreateGroup();
  const save = async ({ name, description, defaultRoles }: GroupValues) => {
    const { createGroup } = await create({ input: { name, description, defaultRoles: defaultRoles as Role[] } });
    onClose(createGroup.group?.id);
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <DialogBody>
            <DialogTitle>New group</DialogTitle>
            <DialogContent>
              <GroupForm values={empty} save="Create" onSave={save}>
                <Button onClick={() => onClose()}>Cancel</Button>
              </GroupForm>
            </DialogContent>
          </DialogBody>
        </Still>
      </DialogSurface>
    </Dialog>
  );
}
