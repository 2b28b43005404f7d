import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { graphql } from 'react-relay';
import type { AssignToGroupQuery } from '../../__generated__/AssignToGroupQuery.graphql';
import { AccessDialog } from '../../components/AccessDialog';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';

/** Asks for a group and which of the granted roles it is to hold at a customer. */
export function AssignToGroup(props: {
  open: boolean;
  delegationId: string;
  customer: string;
  granted: readonly string[];
  /** What the groups hold there now, by their ids. */
  held: ReadonlyMap<string, readonly string[]>;
  onClose: () => void;
}) {
  const { open, delegationId, customer, granted, held, onClose } = props;
  const [groupId, setGroupId] = useState('');
  return (
    <AccessDialog
      asked={
        open
          ? {
              title: `Assign roles at ${customer} to a group`,
              delegationId,
              groupId: groupId || undefined,
              granted,
              roles: held.get(groupId) ?? [],
            }
          : undefined
      }
      onClose={() => {
        setGroupId('');
        onClose();
      }}
    >
      <PageBoundary skeleton={<TextSkeleton lines={2} />} title="The groups could not be read">
        <Groups value={groupId} onChoose={setGroupId} />
      </PageBoundary>
    </AccessDialog>
  );
}

function Groups(props: { value: string; onChoose: (id: string) => void }) {
  const { value, onChoose } = props;
  const { viewer } = usePageQuery<AssignToGroupQuery>(
    graphql`
      query AssignToGroupQuery {
        viewer {
          groups(first: 100) {
            edges {
              node {
                id
                name
              }
            }
          }
        }
      }
    `,
    {},
  );
  return (
    <Field label="Group">
      <Select value={value} onChange={(_, data) => onChoose(data.value)}>
        <option value="">Choose a group</option>
        {viewer?.groups.edges.map(({ node }) => (
          <option key={node.id} value={node.id}>
            {node.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
