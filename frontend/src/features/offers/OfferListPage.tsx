import { ToolbarButton } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { graphql } from 'react-relay';
import type { OfferListPageQuery } from '../../__generated__/OfferListPageQuery.graphql';
import { Choice } from '../../components/Choice';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { AskedFor } from './AskedFor';
import { OfferTable } from './OfferTable';
import { type OfferState, offerStateOf, offerStates } from './offerState';

const OfferPanel = lazily(async () => (await import('./OfferPanel')).OfferPanel);

const route = getRouteApi('/frame/partner/offers');

const stateChoices = [
  { value: '', label: 'All states' },
  ...Object.entries(offerStates).map(([value, { label }]) => ({ value, label })),
];

/** What a partner sent, how far the mail got, and what became of it. */
export function OfferListPage() {
  const { status, offer } = route.useSearch();
  const setSearch = route.useNavigate();
  const navigate = useNavigate();
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
          <Choice label="State" choices={stateChoices} value={state} onChoose={(value) => show(offerStateOf(value))} />
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
          onIntent={OfferPanel.preload}
          onAll={() => show(undefined)}
        />
      </PageBoundary>
      <Opened when={offer !== undefined}>
        <OfferPanel
          id={offer}
          onClose={() => void setSearch({ search: ({ offer: _, ...rest }) => rest, replace: true })}
        />
      </Opened>
    </>
  );
}

function Loaded(props: {
  state: OfferState | undefined;
  selected: string | undefined;
  onOpen: (id: string) => void;
  onIntent: () => void;
  onAll: () => void;
}) {
  const { state } = props;
  const data = usePageQuery<OfferListPageQuery>(
    graphql`
      query OfferListPageQuery($statuses: [OfferStatus!]) {
        viewer {
          canManageOffers
          ...AskedFor_viewer
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
  return (
    <>
      <AskedFor viewer={data.viewer} />
      <OfferTable query={data} {...props} />
    </>
  );
}
