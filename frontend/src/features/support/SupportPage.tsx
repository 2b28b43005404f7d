import { PageHeader } from '../../components/PageHeader';

export function SupportPage() {
  return <PageHeader title="Support" />;
}
