import { makeStyles } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { PartnerListPageQuery } from '../../__generated__/PartnerListPageQuery.graphql';
import { Choice } from '../../components/Choice';
import { CommandBar } from '../../components/CommandBar';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { SearchField } from '../../components/SearchField';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { countryChoices } from '../../lib/countries';
import { isService, serviceInWords, serviceNames } from '../../lib/services';
import { PartnerList } from './PartnerList';

const useStyles = makeStyles({
  choice: { minWidth: 0, flexGrow: 1, flexBasis: '120px', maxWidth: '220px' },
});

const route = getRouteApi('/frame/partners');

const countries = [{ value: '', label: 'Every country' }, ...countryChoices];
const services = [
  { value: '', label: 'Every service' },
  ...serviceNames.map((value) => ({ value, label: serviceInWords(value) })),
];

/** Support > Find a partner: the directory of those that want to be found. */
export function PartnerListPage() {
  const styles = useStyles();
  const { search, country, service } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: { search?: string | undefined; country?: string | undefined; service?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <PageHeader
        title="Find a partner"
        breadcrumb={[{ label: 'Support', to: '/support' }]}
        sentence="Partners that administer organizations such as yours. Ask one for an offer: you read it, and decide, before anybody gets access."
      />
      <CommandBar
        far={
          <>
            <SearchField
              label="Search partners"
              value={search ?? ''}
              onSearch={(text) => change({ search: text || undefined })}
            />
            <Choice
              label="Country"
              className={styles.choice}
              choices={countries}
              value={country}
              onChoose={(value) => change({ country: value })}
            />
            <Choice
              label="Service"
              className={styles.choice}
              choices={services}
              value={service}
              onChoose={(value) => change({ service: value })}
            />
          </>
        }
      />
      <PageBoundary skeleton={<ListSkeleton columns={1} />} title="The partners could not be shown">
        <Found onClear={() => change({ search: undefined, country: undefined, service: undefined })} />
      </PageBoundary>
    </>
  );
}

function Found(props: { onClear: () => void }) {
  const { search, country, service } = route.useSearch();
  const wanted = useMemo(
    () => ({ search: search ?? null, country: country ?? null, service: isService(service) ? service : null }),
    [search, country, service],
  );
  const variables = useDeferredValue(wanted);
  const query = usePageQuery<PartnerListPageQuery>(
    graphql`
      query PartnerListPageQuery($search: String, $country: String, $service: PartnerService) {
        ...PartnerList_query @arguments(search: $search, country: $country, service: $service)
      }
    `,
    variables,
  );
  const narrowed = Boolean(search ?? country ?? service);
  return <PartnerList query={query} narrowed={narrowed} stale={variables !== wanted} onClear={props.onClear} />;
}
