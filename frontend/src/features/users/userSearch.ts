import type { UserOrderField } from '../../__generated__/ActiveUsersPageQuery.graphql';
import { type RoleName, roleName, roleNames } from '../../lib/roles';

/** What the list of users shows, as it stands in the address. */
export interface UserSearch {
  search?: string | undefined;
  signIn?: string | undefined;
  role?: string | undefined;
  created?: string | undefined;
  licensed?: string | undefined;
  sort?: string | undefined;
}

export type UserSortField = Exclude<UserOrderField, '%future added value'>;
export interface UserSort {
  field: UserSortField;
  direction: 'ASC' | 'DESC';
}

export const signInChoices = [
  { value: '', label: 'Sign-in: all' },
  { value: 'allowed', label: 'Sign-in allowed' },
  { value: 'blocked', label: 'Sign-in blocked' },
] as const;

export const roleChoices = [
  { value: '', label: 'Role: all' },
  ...roleNames.map((role) => ({ value: role.toLowerCase(), label: roleName(role) })),
];

export const createdChoices = [
  { value: '', label: 'Created by: all' },
  { value: 'partner', label: 'Created by a partner' },
  { value: 'own', label: 'Created by the organization' },
] as const;

export const licensedChoices = [
  { value: '', label: 'Licenses: all' },
  { value: 'yes', label: 'Licensed' },
  { value: 'no', label: 'Unlicensed' },
] as const;

const sortNames: Readonly<Record<string, UserSortField>> = {
  name: 'DISPLAY_NAME',
  userName: 'USER_NAME',
  created: 'CREATED_AT',
};

/** The choices of order, in words: where there are no column headers to click. The first one is the rule. */
export const sortChoices = [
  { value: '', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: 'userName', label: 'User name, A to Z' },
  { value: '-userName', label: 'User name, Z to A' },
  { value: '-created', label: 'Newest first' },
  { value: 'created', label: 'Oldest first' },
] as const;

/** `-created` is by the time of creation, the newest first; by name without a word, or with an unknown one. */
export function sortOf(text: string | undefined): UserSort {
  const down = text?.startsWith('-') ?? false;
  const field = sortNames[text?.replace(/^-/, '') ?? ''];
  if (!field) return { field: 'DISPLAY_NAME', direction: 'ASC' };
  return { field, direction: down ? 'DESC' : 'ASC' };
}

/** What a click on a column's header makes of the order: this column, or the same one the other way. */
export function sortBy(field: UserSortField, now: UserSort): string | undefined {
  const direction = now.field === field && now.direction === 'ASC' ? 'DESC' : 'ASC';
  if (field === 'DISPLAY_NAME' && direction === 'ASC') return undefined;
  const name = Object.keys(sortNames).find((key) => sortNames[key] === field) ?? '';
  return direction === 'DESC' ? `-${name}` : name;
}

export function isFiltered({ search, signIn, role, created, licensed }: UserSearch): boolean {
  return [search, signIn, role, created, licensed].some(Boolean);
}

/** The variables of the list's query for what stands in the address. */
export function variablesOf({ search, signIn, role, created, licensed, sort }: UserSearch) {
  const wanted = roleNames.find((name): name is RoleName => name.toLowerCase() === role);
  return {
    search: search ?? null,
    filter: {
      ...(signIn === 'allowed' || signIn === 'blocked' ? { enabled: signIn === 'allowed' } : {}),
      ...(wanted ? { role: wanted } : {}),
      ...(licensed === 'yes' || licensed === 'no' ? { licensed: licensed === 'yes' } : {}),
      ...(created === 'partner' || created === 'own' ? { createdByPartner: created === 'partner' } : {}),
    },
    orderBy: sortOf(sort),
  };
}
