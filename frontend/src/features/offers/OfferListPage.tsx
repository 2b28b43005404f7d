import { Label, Select, ToolbarButton, useId } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { graphql } from 'react-relay';
import type { OfferListPageQuery } from '../../__generated__/OfferListPageQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { OfferPanel } from './OfferPanel';
import { OfferTable } from './OfferTable';
import { type OfferState, offerStateOf, offerStates } from './offerState';

const route = getRouteApi('/frame/partner/offers');

/** What a partner sent, how far the mail got, and what became of it. */
export function OfferListPage() {
  const { status, offer } = route.useSearch();
  const setSearch = route.useNavigate();
  const navigate = useNavigate();
  const filter = useId('state');
  const state = offerStateOf(status);
  const show = (next: OfferState | undefined) =>
    void setSearch({
      search: ({ status: _, ...rest }) => ({ ...rest, ...(next ? { status: next } : {}) }),
      replace: true,
    });
  return (
    <>
      <PageHeader
        title="Offers"
        breadcrumb={[{ label: 'Partner' }]}
        sentence="Offers ask a customer, by e-mail, to make your organization a delegated admin. The customer decides."
      />
      <CommandBar
        label="Offers"
        far={
          <>
            <Label htmlFor={filter}>State</Label>
            <Select id={filter} value={state ?? ''} onChange={(_, data) => show(offerStateOf(data.value))}>
              <option value="">All</option>
              {Object.entries(offerStates).map(([value, { label }]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </>
        }
      >
        <ToolbarButton
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => void navigate({ to: '/partner/offers/new' })}
        >
          New offer
        </ToolbarButton>
      </CommandBar>
      <PageBoundary
        skeleton={<ListSkeleton columns={5} />}
        resetKey={state ?? 'all'}
        title="The offers could not be read"
      >
        <Loaded
          state={state}
          selected={offer}
          onOpen={(id) => void setSearch({ search: (s) => ({ ...s, offer: id }) })}
          onAll={() => show(undefined)}
        />
      </PageBoundary>
      <OfferPanel
        id={offer}
        onClose={() => void setSearch({ search: ({ offer: _, ...rest }) => rest, replace: true })}
      />
    </>
  );
}

function Loaded(props: {
  state: OfferState | undefined;
  selected: string | undefined;
  onOpen: (id: string) => void;
  onAll: () => void;
}) {
  const { state } = props;
  const data = usePageQuery<OfferListPageQuery>(
    graphql`
      query OfferListPageQuery($statuses: [OfferStatus!]) {
        viewer {
          canManageOffers
        }
        ...OfferTable_query @arguments(statuses: $statuses)
      }
    `,
    { statuses: state ? [state] : null },
  );
  if (!data.viewer) return null; // signed out a moment ago: the frame leads to the sign-in page
  if (!data.viewer.canManageOffers) {
    return (
      <EmptyState title="Offers are for Global Administrators of a partner">
        Ask a Global Administrator of your organization to send or manage offers.
      </EmptyState>
    );
  }
  return <OfferTable query={data} {...props} />;
}
