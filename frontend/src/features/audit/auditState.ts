import { resultOf } from '../../lib/actions';

/** The filters of the audit log, as they stand in the address. Days are of the person's zone: `2026-11-23`. */
export interface AuditSearch {
  result?: string | undefined;
  action?: string | undefined;
  delegation?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

/** The filter of the API for what stands in the address; what can't be read is left out. */
export function filterOf(search: AuditSearch) {
  const result = resultOf(search.result);
  const since = startOfDay(search.since, 0);
  const until = startOfDay(search.until, 1); // the last day counts
  return {
    ...(result ? { result } : {}),
    ...(search.action ? { action: search.action } : {}),
    ...(search.delegation ? { delegationId: search.delegation } : {}),
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
