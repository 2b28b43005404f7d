type Field = 'ACTIVATED_AT' | 'EXPIRES_AT';

export interface CustomerSort {
  field: Field;
  direction: 'ASC' | 'DESC';
}

/** The choices of order, in words; the first one is the rule and stands for an address without any. */
export const sortChoices: readonly { value: string; label: string; sort: CustomerSort }[] = [
  { value: '', label: 'Newest first', sort: { field: 'ACTIVATED_AT', direction: 'DESC' } },
  { value: 'since', label: 'Oldest first', sort: { field: 'ACTIVATED_AT', direction: 'ASC' } },
  { value: 'until', label: 'Ends soonest', sort: { field: 'EXPIRES_AT', direction: 'ASC' } },
  { value: '-until', label: 'Ends last', sort: { field: 'EXPIRES_AT', direction: 'DESC' } },
];

/** The choice that stands in the address. */
export function sortChoice(text: string | undefined) {
  return sortChoices.find(({ value }) => value === (text ?? '')) ?? (sortChoices[0] as (typeof sortChoices)[number]);
}

/** What a click on a column's header makes of the order: this column, or the same one the other way. */
export function sortBy(field: Field, now: CustomerSort): string | undefined {
  const direction = now.field === field && now.direction === 'ASC' ? 'DESC' : 'ASC';
  return sortChoices.find(({ sort }) => sort.field === field && sort.direction === direction)?.value || undefined;
}
