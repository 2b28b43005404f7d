import { PageHeader } from '../../components/PageHeader';

export function CustomerPage() {
  return <PageHeader title="Customer" />;
}
