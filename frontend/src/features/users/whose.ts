import { useParams } from '@tanstack/react-router';
import type { Access } from '../../components/OnBehalf';

/** Whose users a page is about: those of the viewer's own organization, or of the customer in the address. */
export interface Whose {
  /** The customer; empty for one's own organization. */
  readonly id: string;
  readonly own: boolean;
  /** The address of the list of active users. */
  readonly base: string;
  /** The access to the customer. */
  readonly access?: Access;
}

/** Whose users, by the address: each tab of the browser keeps its own. */
export function useWhose(): Whose {
  const { organizationId: id } = useParams({ strict: false });
  if (id === undefined) return { id: '', own: true, base: '/users' };
  return { id, own: false, base: `/partner/customers/${id}/users` };
}
