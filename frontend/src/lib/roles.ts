/** The roles of the API. */
export type RoleName =
  | 'GLOBAL_ADMINISTRATOR'
  | 'GLOBAL_READER'
  | 'USER_ADMINISTRATOR'
  | 'HELPDESK_ADMINISTRATOR'
  | 'LICENSE_ADMINISTRATOR'
  | 'DOMAIN_NAME_ADMINISTRATOR'
  | 'PRIVILEGED_ROLE_ADMINISTRATOR'
  | 'DIRECTORY_READER';

export interface RoleInfo {
  /** “User Administrator”. */
  readonly name: string;
  /** One sentence: what the holder may do. */
  readonly description: string;
  /** Verbs that go on after “Can”. */
  readonly can: readonly string[];
  /** Verbs that go on after “Can’t”. */
  readonly cannot: readonly string[];
  /** Why this role is a risk of its own: its holder can raise themselves. */
  readonly risk?: string;
}

const roles: Readonly<Record<RoleName, RoleInfo>> = {
  GLOBAL_ADMINISTRATOR: {
    name: 'Global Administrator',
    description: 'Administers everything in the organization.',
    can: [
      'create, edit, disable and delete users, administrators included',
      'reset anyone’s password',
      'manage licenses and domains',
      'assign every role',
    ],
    cannot: ['decide about delegated admins: only your own Global Administrators do'],
    risk: 'The widest role there is: its holder can give any role to anyone. Ask whether a narrower one will do.',
  },
  GLOBAL_READER: {
    name: 'Global Reader',
    description: 'Reads everything in the organization and changes nothing.',
    can: ['read users, groups, licenses, domains and settings'],
    cannot: ['change anything', 'reset passwords'],
  },
  USER_ADMINISTRATOR: {
    name: 'User Administrator',
    description: 'Takes care of people’s accounts.',
    can: [
      'create, edit, disable and delete users',
      'reset the passwords of people without admin roles',
      'assign and remove licenses',
      'keep the technical contact current',
    ],
    cannot: ['touch administrators’ passwords', 'assign roles', 'manage domains'],
  },
  HELPDESK_ADMINISTRATOR: {
    name: 'Helpdesk Administrator',
    description: 'Helps people who are locked out.',
    can: ['reset the passwords of people without admin roles', 'read users'],
    cannot: ['create, edit or disable users', 'touch administrators’ passwords', 'assign roles'],
  },
  LICENSE_ADMINISTRATOR: {
    name: 'License Administrator',
    description: 'Hands out licenses.',
    can: ['assign and remove licenses', 'read users and subscriptions'],
    cannot: ['buy or cancel subscriptions', 'create or edit users', 'reset passwords'],
  },
  DOMAIN_NAME_ADMINISTRATOR: {
    name: 'Domain Name Administrator',
    description: 'Takes care of the organization’s domains.',
    can: ['add, verify and remove domains'],
    cannot: ['create or edit users', 'reset passwords', 'assign roles'],
  },
  PRIVILEGED_ROLE_ADMINISTRATOR: {
    name: 'Privileged Role Administrator',
    description: 'Decides who holds which role.',
    can: ['assign and remove roles', 'read users'],
    cannot: ['reset passwords', 'manage licenses or domains', 'decide about delegated admins'],
    risk: 'Its holder can give roles to people, and so to themselves.',
  },
  DIRECTORY_READER: {
    name: 'Directory Reader',
    description: 'Looks things up.',
    can: ['read users, groups and domains'],
    cannot: ['change anything', 'read settings or subscriptions'],
  },
};

/** All roles, the widest first: the order in which they are shown. */
export const roleNames = Object.keys(roles) as readonly RoleName[];

/** What a role is in words; of a role that this version of the app does not know, its name alone. */
export function roleInfo(role: string): RoleInfo {
  const known = (roles as Record<string, RoleInfo>)[role];
  if (known) return known;
  const name = role
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  return { name, description: '', can: [], cannot: [] };
}

/** “User Administrator”. */
export function roleName(role: string): string {
  return roleInfo(role).name;
}

/** The same roles, the widest first. */
export function sortRoles<R extends string>(some: readonly R[]): R[] {
  const rank = (role: string) => (roleNames as readonly string[]).indexOf(role);
  return [...some].sort((a, b) => rank(a) - rank(b));
}

/** “User Administrator, License Administrator +2”: the first few by name, the rest by number. */
export function rolesInShort(some: readonly string[], shown = 2): string {
  const names = sortRoles(some).map(roleName);
  const rest = names.length - shown;
  return names.slice(0, shown).join(', ') + (rest > 0 ? ` +${rest}` : '');
}
