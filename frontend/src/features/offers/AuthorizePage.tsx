import { PageHeader } from '../../components/PageHeader';

export function AuthorizePage() {
  return <PageHeader title="Authorization" />;
}
