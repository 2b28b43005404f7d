import { PageHeader } from '../../components/PageHeader';

export function CustomerListPage() {
  return <PageHeader title="Customers" />;
}
