import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { graphql } from 'react-relay';
import type { GiveAccessQuery } from '../../__generated__/GiveAccessQuery.graphql';
import { AccessDialog } from '../../components/AccessDialog';
import { PageBoundary } from '../../components/PageBoundary';
import { SearchField } from '../../components/SearchField';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { count } from '../../lib/time';

const useStyles = makeStyles({
  small: { color: tokens.colorNeutralForeground2 },
});

interface Customer {
  delegationId: string;
  name: string;
  granted: readonly string[];
  roles: readonly string[];
}

/** Finds a customer, and gives a group roles there. */
export function GiveAccess(props: {
  open: boolean;
  groupId: string;
  groupName: string;
  onClose: (done: boolean) => void;
}) {
  const { open, groupId, groupName, onClose } = props;
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  const [chosen, setChosen] = useState<Customer>();
  return (
    <AccessDialog
      asked={
        open
          ? {
              title: chosen ? `What ${groupName} may do at ${chosen.name}` : `Give ${groupName} access to a customer`,
              delegationId: chosen?.delegationId,
              groupId,
              granted: chosen?.granted ?? [],
              roles: chosen?.roles ?? [],
            }
          : undefined
      }
      onClose={(done) => {
        setText('');
        setChosen(undefined);
        onClose(done);
      }}
    >
      <SearchField label="Search customers" value={text} onSearch={setText} />
      <PageBoundary skeleton={<TextSkeleton lines={3} />} title="The customers could not be read">
        <Found text={shown} groupId={groupId} chosen={chosen} onChoose={setChosen} />
      </PageBoundary>
    </AccessDialog>
  );
}

function Found(props: {
  text: string;
  groupId: string;
  chosen: Customer | undefined;
  onChoose: (customer: Customer) => void;
}) {
  const { text, groupId, chosen, onChoose } = props;
  const styles = useStyles();
  const { viewer } = usePageQuery<GiveAccessQuery>(
    graphql`
      query GiveAccessQuery($filter: DelegationFilter!) {
        viewer {
          customers(first: 10, filter: $filter) {
            totalCount
            edges {
              node {
                id
                roles
                viewerCanAssign
                customer {
                  id
                  displayName
                }
                assignments {
                  id
                  roles
                  group {
                    id
                  }
                }
              }
            }
          }
        }
      }
    `,
    { filter: text ? { search: text } : {} },
  );
  const customers = viewer?.customers;
  if (!customers) return null;
  if (customers.edges.length === 0) {
    return <Text className={styles.small}>{text ? 'No customer fits the search.' : 'You have no customers yet.'}</Text>;
  }
  const rest = customers.totalCount - customers.edges.length;
  return (
    <Field label="Customer" {...(rest > 0 ? { hint: `and ${count(rest, 'more customer')}: search to find them` } : {})}>
      <RadioGroup
        value={chosen?.delegationId ?? ''}
        onChange={(_, { value }) => {
          const node = customers.edges.find((edge) => edge.node.id === value)?.node;
          if (!node) return;
          onChoose({
            delegationId: node.id,
            name: node.customer.displayName,
            granted: node.roles,
            roles: node.assignments.find(({ group }) => group?.id === groupId)?.roles ?? [],
          });
        }}
      >
        {customers.edges.map(({ node }) => (
          <Radio key={node.id} value={node.id} label={node.customer.displayName} disabled={!node.viewerCanAssign} />
        ))}
      </RadioGroup>
    </Field>
  );
}
