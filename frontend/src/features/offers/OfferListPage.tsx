import { PageHeader } from '../../components/PageHeader';

export function OfferListPage() {
  return <PageHeader title="Offers" />;
}
