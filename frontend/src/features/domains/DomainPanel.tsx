import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { graphql } from 'react-relay';
import type { DomainPanelQuery } from '../../__generated__/DomainPanelQuery.graphql';
import { DetailsPanel } from '../../components/DetailsPanel';
import type { Item } from '../../components/EachDialog';
import { EmptyState } from '../../components/EmptyState';
import { ObjectActivity } from '../../components/ObjectActivity';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { DomainDetails } from './DomainDetails';

const useStyles = makeStyles({
  content: { paddingTop: tokens.spacingVerticalM },
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

interface Props {
  id: string;
  organizationId: string;
  onRemove: (domain: Item) => void;
}

/** The panel about one domain, at the right of the list; `id` is undefined while it is closed. */
export function DomainPanel(
  props: Omit<Props, 'id'> & {
    id: string | undefined;
    onClose: () => void;
  },
) {
  const { id, organizationId, onRemove, onClose } = props;
  const styles = useStyles();
  const [head, setHead] = useState<Item>();
  return (
    <DetailsPanel
      open={id !== undefined}
      title={head?.id === id ? (head?.name ?? 'Domain') : 'Domain'}
      onClose={onClose}
    >
      {id && (
        <div className={styles.content}>
          <PageBoundary key={id} skeleton={<TextSkeleton lines={8} />} title="The domain could not be shown">
            <Content id={id} organizationId={organizationId} onRemove={onRemove} onHead={setHead} />
          </PageBoundary>
        </div>
      )}
    </DetailsPanel>
  );
}

function Content(props: Props & { onHead: (head: Item) => void }) {
  const { id, organizationId, onRemove, onHead } = props;
  const styles = useStyles();
  const { node: domain, viewer } = usePageQuery<DomainPanelQuery>(
    graphql`
      query DomainPanelQuery($id: ID!) {
        node(id: $id) {
          __typename
          ... on Domain {
            name
            ...DomainDetails_domain @alias(as: "details")
          }
        }
        viewer {
          canReadAuditLog
          organization {
            id
          }
        }
      }
    `,
    { id },
  );
  const name = domain?.__typename === 'Domain' ? domain.name : undefined;
  const tell = useEffectEvent(onHead);
  useEffect(() => {
    if (name !== undefined) tell({ id, name });
  }, [id, name]);

  if (domain?.__typename !== 'Domain' || !domain.details) {
    return (
      <EmptyState title="This domain can’t be shown">
        There is none with this address, or you may not see it.
      </EmptyState>
    );
  }
  const activity = viewer?.canReadAuditLog === true && viewer.organization.id === organizationId;
  return (
    <div className={styles.parts}>
      <DomainDetails domain={domain.details} onRemove={onRemove} />
      {activity && (
        <div className={styles.parts}>
          <Subtitle2 as="h3">Activity</Subtitle2>
          <ObjectActivity id={id} />
        </div>
      )}
    </div>
  );
}
