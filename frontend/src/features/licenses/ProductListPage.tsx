import { SubscriptionsPage } from './SubscriptionsPage';

/** Billing > Your products: what an organization has tried or bought. */
export function ProductListPage() {
  return <SubscriptionsPage view="products" />;
}
