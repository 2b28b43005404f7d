import { PageHeader } from '../../components/PageHeader';

export function NewOfferPage() {
  return <PageHeader title="New offer" />;
}
