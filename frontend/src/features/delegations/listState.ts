/** What the list of delegated admins shows, as it stands in the address. */
export interface ListSearch {
  search?: string | undefined;
  status?: string | undefined;
  sort?: string | undefined;
}

export type Status = 'ACTIVE' | 'SUSPENDED' | 'EXPIRED' | 'TERMINATED';
export type SortField = 'ACTIVATED_AT' | 'EXPIRES_AT' | 'PARTNER_NAME';
export interface Sort {
  field: SortField;
  direction: 'ASC' | 'DESC';
}

/** The choices of the status filter; the first one is the rule and stands for an address without any. */
export const statusChoices: readonly { value: string; label: string; statuses: readonly Status[] }[] = [
  { value: '', label: 'Current', statuses: ['ACTIVE', 'SUSPENDED'] },
  { value: 'expired', label: 'Expired', statuses: ['EXPIRED'] },
  { value: 'ended', label: 'Deleted', statuses: ['TERMINATED'] },
  { value: 'all', label: 'All', statuses: ['ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED'] },
];

const sortNames: Readonly<Record<string, SortField>> = {
  since: 'ACTIVATED_AT',
  until: 'EXPIRES_AT',
  partner: 'PARTNER_NAME',
};

/** The choices of order, in words: where there are no column headers to click. The first one is the rule. */
export const sortChoices: readonly { value: string; label: string }[] = [
  { value: '', label: 'Newest first' },
  { value: 'since', label: 'Oldest first' },
  { value: 'until', label: 'Ends soonest' },
  { value: '-until', label: 'Ends last' },
  { value: 'partner', label: 'Partner, A to Z' },
  { value: '-partner', label: 'Partner, Z to A' },
];

export function statusChoice(status: string | undefined) {
  return statusChoices.find((choice) => choice.value === (status ?? '')) ?? statusChoices[0];
}

/** `until` is by the end, soonest first; `-until` the other way; newest first without a word, or with an unknown one. */
export function sortOf(text: string | undefined): Sort {
  const down = text?.startsWith('-') ?? false;
  const field = sortNames[text?.replace(/^-/, '') ?? ''];
  if (!field) return { field: 'ACTIVATED_AT', direction: 'DESC' };
  return { field, direction: down ? 'DESC' : 'ASC' };
}

/** What a click on a column's header makes of the order: this column, or the same one the other way. */
export function sortBy(field: SortField, now: Sort): string | undefined {
  const direction = now.field === field ? (now.direction === 'ASC' ? 'DESC' : 'ASC') : 'ASC';
  if (field === 'ACTIVATED_AT' && direction === 'DESC') return undefined;
  const name = Object.keys(sortNames).find((key) => sortNames[key] === field) ?? '';
  return direction === 'DESC' ? `-${name}` : name;
}

/** The variables of the page's query for what stands in the address. */
export function variablesOf(search: ListSearch) {
  return {
    filter: {
      statuses: statusChoice(search.status)?.statuses ?? [],
      ...(search.search ? { search: search.search } : {}),
    },
    orderBy: sortOf(search.sort),
  };
}
