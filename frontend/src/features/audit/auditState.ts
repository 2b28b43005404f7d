import { kindOf, resultOf } from '../../lib/actions';

/** The filters of the audit log, as they stand in the address. Days are of the person's zone: `2026-11-23`. */
export interface AuditSearch {
  search?: string | undefined;
  kind?: string | undefined;
  result?: string | undefined;
  action?: string | undefined;
  delegation?: string | undefined;
  /** The id of who did it. */
  person?: string | undefined;
  /** The id of what it was done to. */
  object?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

/** The filter of the API for what stands in the address; what can't be read is left out. */
export function filterOf(search: AuditSearch) {
  const kind = kindOf(search.kind);
  const result = resultOf(search.result);
  const since = startOfDay(search.since, 0);
  const until = startOfDay(search.until, 1); // the last day counts
  return {
    ...(search.search ? { search: search.search } : {}),
    ...(kind ? { kind } : {}),
    ...(result ? { result } : {}),
    ...(search.action ? { action: search.action } : {}),
    ...(search.delegation ? { delegationId: search.delegation } : {}),
    ...(search.person ? { actorId: search.person } : {}),
    ...(search.object ? { targetId: search.object } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  };
}

function startOfDay(day: string | undefined, later: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  if (!year || !month || !date) return undefined;
  const at = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

export function isFiltered(search: AuditSearch): boolean {
  return Object.values(search).some(Boolean);
}

/** Takes every filter away. */
export const unfiltered: AuditSearch = {
  search: undefined,
  kind: undefined,
  result: undefined,
  action: undefined,
  delegation: undefined,
  person: undefined,
  object: undefined,
  since: undefined,
  until: undefined,
};
