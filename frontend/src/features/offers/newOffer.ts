import type { RoleName } from '../../lib/roles';
import { lengthOf } from './lengthOf';

export const messageMax = 2000;
export const daysMax = 730;
export const seatsMax = 100_000;
export const monthsMax = 36;

/** What stands in the form: numbers as they were typed. */
export interface OfferForm {
  readonly customerEmail: string;
  readonly roles: readonly string[];
  readonly assign: 'DEFAULT' | 'CHOSEN';
  /** Which roles each group is to get, by the ids of the groups. */
  readonly assignments: Readonly<Record<string, readonly string[]>>;
  readonly durationDays: string;
  readonly message: string;
  readonly kind: 'NONE' | 'TRIAL' | 'PURCHASE';
  readonly productId: string;
  readonly seats: string;
  readonly termMonths: string;
}

export const emptyForm: OfferForm = {
  customerEmail: '',
  roles: [],
  assign: 'DEFAULT',
  assignments: {},
  durationDays: '365',
  message: '',
  kind: 'NONE',
  productId: '',
  seats: '25',
  termMonths: '12',
};

/** Sets of roles that partners ask for often. */
export const templates: readonly { name: string; roles: readonly RoleName[] }[] = [
  { name: 'Helpdesk', roles: ['HELPDESK_ADMINISTRATOR', 'DIRECTORY_READER'] },
  { name: 'Administration', roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR', 'DOMAIN_NAME_ADMINISTRATOR'] },
  { name: 'Read only', roles: ['GLOBAL_READER'] },
];

export type FormFaults = { -readonly [name in keyof OfferForm]?: string };

/** The whole number that was typed; NaN for anything else. */
export function wholeNumber(typed: string): number {
  return /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

function between(typed: string, low: number, high: number): boolean {
  const n = wholeNumber(typed);
  return n >= low && n <= high;
}

/** What each group is to get: only of what is asked for, and only the groups that get something. */
export function assignmentsOf({ roles, assignments }: OfferForm): { groupId: string; roles: string[] }[] {
  return Object.entries(assignments)
    .map(([groupId, chosen]) => ({ groupId, roles: roles.filter((role) => chosen.includes(role)) }))
    .filter((one) => one.roles.length > 0);
}

/** What is missing or can't be, by field, in the order of the form. The server looks again. */
export function faultsOf(form: OfferForm): FormFaults {
  const faults: FormFaults = {};
  const email = form.customerEmail.trim();
  if (email === '') faults.customerEmail = 'Enter the address of the customer.';
  else if (!/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(email)) {
    faults.customerEmail = 'Write one address, such as admin@contoso.example.';
  }
  if (form.roles.length === 0) faults.roles = 'Ask for at least one role.';
  else if (form.assign === 'CHOSEN' && assignmentsOf(form).length === 0) {
    faults.assignments = 'Give at least one group a role: otherwise nobody could act there.';
  }
  if (!between(form.durationDays, 1, daysMax)) faults.durationDays = `Ask for 1 to ${daysMax} days.`;
  if (lengthOf(form.message) > messageMax) {
    faults.message = `${(lengthOf(form.message) - messageMax).toLocaleString('en')} characters too many.`;
  }
  if (form.kind !== 'NONE') {
    if (form.productId === '') faults.productId = 'Choose a product.';
    if (!between(form.seats, 1, seatsMax)) faults.seats = `Offer 1 to ${seatsMax.toLocaleString('en')} seats.`;
    if (form.kind === 'PURCHASE' && !between(form.termMonths, 1, monthsMax)) {
      faults.termMonths = `Offer 1 to ${monthsMax} months.`;
    }
  }
  return faults;
}
