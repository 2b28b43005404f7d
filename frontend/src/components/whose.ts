import { useParams } from '@tanstack/react-router';
import type { Access } from './OnBehalf';

/** Whose organization a page is about: the viewer's own, or that of the customer in the address. */
export interface Whose {
  /** The customer; empty for one's own organization. */
  readonly id: string;
  readonly own: boolean;
  /** The address of the list that the page is, or stands below. */
  readonly base: string;
  /** The access to the customer. */
  readonly access?: Access;
}

/** Whose organization, by the address: each tab of the browser keeps its own. `path` is that of the list in one's own. */
export function useWhose(path: string): Whose {
  const { organizationId: id } = useParams({ strict: false });
  if (id === undefined) return { id: '', own: true, base: path };
  return { id, own: false, base: `/partner/customers/${id}${path}` };
}
