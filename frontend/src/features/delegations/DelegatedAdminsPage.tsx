import { PageHeader } from '../../components/PageHeader';

export function DelegatedAdminsPage() {
  return <PageHeader title="Delegated admins" />;
}
