/** What the list of domains shows, as it stands in the address. */
export interface DomainSearch {
  search?: string | undefined;
  status?: string | undefined;
}

export const statusChoices = [
  { value: '', label: 'Status: all' },
  { value: 'verified', label: 'Verified' },
  { value: 'unverified', label: 'Not verified' },
  { value: 'default', label: 'Default' },
] as const;

export function isFiltered({ search, status }: DomainSearch): boolean {
  return [search, status].some(Boolean);
}

/** Takes every filter away. */
export const unfiltered: DomainSearch = { search: undefined, status: undefined };

/** The variables of the list's query for what stands in the address. */
export function variablesOf({ search, status }: DomainSearch) {
  return {
    search: search ?? null,
    filter: {
      ...(status === 'verified' || status === 'unverified' ? { verified: status === 'verified' } : {}),
      ...(status === 'default' ? { isDefault: true } : {}),
    },
  };
}
