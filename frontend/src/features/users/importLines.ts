import { type RoleName, roleName, roleNames } from '../../lib/roles';

/** How many users one file may have. */
export const linesMax = 10_000;

export type Field = 'userName' | 'displayName' | 'email' | 'roles' | 'enabled';

/** What is read of each line, and under which names a file may have it: the first is that of the template. */
const fields: Readonly<Record<Field, { name: string; required: boolean; also: readonly string[] }>> = {
  userName: {
    name: 'User name',
    required: true,
    also: ['userPrincipalName', 'UPN', 'user principal name', 'sign-in name', 'login'],
  },
  displayName: { name: 'Display name', required: true, also: ['name', 'full name'] },
  email: {
    name: 'Address',
    required: false,
    also: ['e-mail', 'mail', 'alternate email address', 'email address', 'e-mail address'],
  },
  roles: { name: 'Roles', required: false, also: ['role'] },
  enabled: { name: 'Sign-in allowed', required: false, also: ['enabled', 'account enabled', 'sign-in'] },
};

export const fieldNames = Object.keys(fields) as readonly Field[];
export const fieldLabel = (field: Field) => fields[field].name;
export const isRequired = (field: Field) => fields[field].required;
/** The head of the template, and of an export. */
export const columnNames: readonly string[] = fieldNames.map(fieldLabel);

/** What a new file can begin with. */
export const template: readonly (readonly string[])[] = [
  columnNames,
  ['adele@contoso.example', 'Adele Vance', 'adele@home.example', 'User Administrator; License Administrator', 'yes'],
  ['alex@contoso.example', 'Alex Wilber', '', '', 'no'],
];

/** In which column each field stands; -1 for none. */
export type Mapping = Readonly<Record<Field, number>>;

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Finds the columns by the names in the first line, however they are written. */
export function mappingOf(head: readonly string[]): Mapping {
  const names = head.map(plain);
  const find = (field: Field) => {
    const { name, also } = fields[field];
    for (const known of [name, field, ...also]) {
      const at = names.indexOf(plain(known));
      if (at >= 0) return at;
    }
    return -1;
  };
  return Object.fromEntries(fieldNames.map((field) => [field, find(field)])) as Mapping;
}

/** A user to create, as the API takes it. */
export interface NewUser {
  readonly userName: string;
  readonly displayName: string;
  readonly email?: string;
  readonly roles: readonly RoleName[];
  readonly enabled: boolean;
}

/** A line of the file: the user that stands in it, or why there is none. */
export interface Line {
  /** As spreadsheets count: the head is line 1. */
  readonly number: number;
  readonly userName: string;
  readonly displayName: string;
  readonly user?: NewUser;
  readonly fault?: string;
}

/** Reads the lines below the head. What can be told without the server is told here. */
export function linesOf(rows: readonly (readonly string[])[], mapping: Mapping): Line[] {
  const seen = new Map<string, number>();
  return rows.map((cells, at) => {
    const number = at + 2;
    const cell = (field: Field) => (mapping[field] < 0 ? '' : (cells[mapping[field]] ?? '').trim());
    const userName = cell('userName');
    const displayName = cell('displayName');
    const line = { number, userName, displayName };
    const key = userName.normalize('NFC').toLowerCase();
    const twin = seen.get(key);
    if (userName !== '' && twin === undefined) seen.set(key, number);

    if (userName === '') return { ...line, fault: 'There is no user name in this line.' };
    if (twin !== undefined) return { ...line, fault: `The same user name stands in line ${twin}.` };
    if (displayName === '') return { ...line, fault: 'There is no display name in this line.' };
    const roles = rolesIn(cell('roles'));
    if (typeof roles === 'string') return { ...line, fault: roles };
    const enabled = yesOrNo(cell('enabled'));
    if (enabled === undefined) {
      return { ...line, fault: `“${cell('enabled')}” says neither yes nor no about whether sign-in is allowed.` };
    }
    const email = cell('email');
    return { ...line, user: { userName, displayName, ...(email === '' ? {} : { email }), roles, enabled } };
  });
}

const rolesByName = new Map(roleNames.flatMap((role) => [role, roleName(role)].map((name) => [plain(name), role])));

/** The roles in a cell, or what is wrong with it. */
function rolesIn(cell: string): readonly RoleName[] | string {
  const found = new Set<RoleName>();
  for (const name of cell.split(/[;,|\n]/)) {
    if (name.trim() === '') continue;
    const role = rolesByName.get(plain(name));
    if (!role) return `There is no role “${name.trim()}”.`;
    found.add(role);
  }
  return [...found];
}

/** Whether a cell says yes; an empty one does. */
function yesOrNo(cell: string): boolean | undefined {
  if (/^(yes|y|true|1|allowed|enabled|)$/i.test(cell)) return true;
  if (/^(no|n|false|0|blocked|disabled)$/i.test(cell)) return false;
  return undefined;
}
