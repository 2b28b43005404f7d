import { EmptyState } from '../../components/EmptyState';

/** In place of a form for new users. */
export function MayNotCreate() {
  return (
    <EmptyState title="You may not create users here">
      User Administrators and Global Administrators can, and delegated admins to whom one of these roles was granted.
    </EmptyState>
  );
}
