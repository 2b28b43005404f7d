import { SubscriptionsPage } from './SubscriptionsPage';

/** Billing > Licenses: how many seats are taken, and by whom. */
export function LicenseListPage() {
  return <SubscriptionsPage view="licenses" />;
}
