import { PageHeader } from '../../components/PageHeader';

export function SignInLinkPage() {
  return <PageHeader title="Choose a password" />;
}
