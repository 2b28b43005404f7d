import { Button } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { SubscriptionFilters_query$key } from '../../__generated__/SubscriptionFilters_query.graphql';
import { Choice } from '../../components/Choice';
import { useFilterClass } from '../../components/useFilterClass';
import {
  endsChoices,
  isFiltered,
  kindChoices,
  type SubscriptionSearch,
  seatsChoices,
  unfiltered,
} from './subscriptionSearch';

/** What narrows the list of subscriptions: the product, whether it is tried or bought, its end, and its seats. */
export function SubscriptionFilters(props: {
  query: SubscriptionFilters_query$key;
  search: SubscriptionSearch;
  onSearch: (change: SubscriptionSearch) => void;
}) {
  const { search, onSearch } = props;
  const { products } = useFragment(
    graphql`
      fragment SubscriptionFilters_query on Query {
        products {
          id
          name
        }
      }
    `,
    props.query,
  );
  const filterClass = useFilterClass();
  const filters = [
    {
      label: 'Product',
      name: 'product',
      choices: [{ value: '', label: 'Product: all' }, ...products.map(({ id, name }) => ({ value: id, label: name }))],
    },
    { label: 'Kind', name: 'kind', choices: kindChoices },
    { label: 'Until', name: 'ends', choices: endsChoices },
    { label: 'Seats', name: 'seats', choices: seatsChoices },
  ] as const;
  return (
    <>
      {filters.map(({ label, name, choices }) => (
        <Choice
          key={name}
          label={label}
          className={filterClass}
          choices={choices}
          value={search[name]}
          onChoose={(value) => onSearch({ [name]: value })}
        />
      ))}
      {isFiltered(search) && <Button onClick={() => onSearch(unfiltered)}>Clear filters</Button>}
    </>
  );
}
