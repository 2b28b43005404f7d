import type { ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { type Head, OrganizationPage } from '../../components/OrganizationPage';
import type { Whose } from '../../components/whose';

/** A page about the users of one's own organization, or on behalf of a customer. */
export function UsersPage(props: { head: Head; skeleton: ReactNode; children: (whose: Whose) => ReactNode }) {
  return (
    <OrganizationPage
      {...props}
      path="/users"
      failed="The users could not be shown"
      forbidden={
        <EmptyState title="You may not see the users">
          Who holds a role in the organization may see its users.
        </EmptyState>
      }
    />
  );
}
