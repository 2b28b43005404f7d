import { PickPeople } from '../../components/PickPeople';
import { useToast } from '../../components/Toasts';
import { useAssignLicenses } from '../../components/useAssignLicenses';
import { count } from '../../lib/time';

/** Finds people of the organization and assigns a license to each, while there are seats. */
export function AssignLicenses(props: {
  open: boolean;
  organizationId: string;
  subscriptionId: string;
  product: string;
  available: number;
  /** Who is known to have one already. */
  holders: ReadonlySet<string>;
  /** Somebody got one. */
  onAssigned: () => void;
  onClose: () => void;
}) {
  const { open, organizationId, subscriptionId, product, available, holders, onAssigned, onClose } = props;
  const tell = useToast();
  const [assign] = useAssignLicenses();
  return (
    <PickPeople
      open={open}
      title={`Assign ${product}: ${count(available, 'license')} available`}
      yes={(whom) => (whom ? `Assign to ${whom}` : 'Assign')}
      failed="did not get one"
      organizationId={organizationId}
      already={holders}
      alreadyWords="has a license already"
      act={async (userIds) => (await assign({ input: { subscriptionId, userIds } })).assignLicenses.results}
      onProgress={onAssigned}
      onClose={(names) => {
        const [first] = names;
        if (first) tell(`${names.length === 1 ? `${first} has` : `${names.length} people have`} ${product} now`);
        onClose();
      }}
    />
  );
}
