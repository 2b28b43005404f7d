import { PickPeople } from '../../components/PickPeople';
import { useToast } from '../../components/Toasts';
import { useAddGroupMembers } from './useAddGroupMembers';

/** Finds people of the own organization and puts them into a group. */
export function AddMembers(props: {
  open: boolean;
  groupId: string;
  groupName: string;
  /** Who is known to be in it already. */
  members: ReadonlySet<string>;
  /** Somebody was added. */
  onAdded: () => void;
  onClose: () => void;
}) {
  const { open, groupId, groupName, members, onAdded, onClose } = props;
  const tell = useToast();
  const [add] = useAddGroupMembers();
  return (
    <PickPeople
      open={open}
      title={`Add people to ${groupName}`}
      yes={(whom) => (whom ? `Add ${whom}` : 'Add')}
      failed="was not added"
      already={members}
      alreadyWords="in the group already"
      act={async (userIds) => (await add({ input: { groupId, userIds } })).addGroupMembers.results}
      onProgress={onAdded}
      onClose={(names) => {
        const [first] = names;
        if (first) tell(`${names.length === 1 ? `${first} is` : `${names.length} people are`} in ${groupName} now`);
        onClose();
      }}
    />
  );
}
