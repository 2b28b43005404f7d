import { PageHeader } from '../../components/PageHeader';

export function SignInPage() {
  return <PageHeader title="Sign in" />;
}
