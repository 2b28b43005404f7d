import { type Environment, type RecordProxy, ROOT_ID } from 'relay-runtime';

/** What does not belong to a customer alone, and stays: partners, offers, the catalog. */
const shared = /^(ptn|ofr|prd)_/;

/**
 * Takes everything out of the store that was read of a customer and of a delegation there: once access has ended, nothing
 * of it may come back on screen. What stands behind them is followed, and what others share is left alone.
 */
export function evict(environment: Environment, ids: readonly (string | null | undefined)[]): void {
  environment.commitUpdate((store) => {
    const viewer = store.getRoot().getLinkedRecord('viewer');
    const own = ['organization', 'user'].map((field) => viewer?.getLinkedRecord(field)?.getDataID());
    const source = environment.getStore().getSource();
    const seen = new Set<string>();
    const visit = (record: RecordProxy | null | undefined) => {
      const id = record?.getDataID();
      if (!record || !id || seen.has(id) || own.includes(id) || id === ROOT_ID || shared.test(id)) return;
      seen.add(id);
      for (const value of Object.values(source.get(id) ?? {})) {
        for (const linked of linksOf(value)) visit(store.get(linked));
      }
    };
    for (const id of ids) if (id) visit(store.get(id));
    for (const id of seen) store.delete(id);
  });
}

/** The ids of the records that a value of the store points to. */
function linksOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { __ref: one, __refs: many } = value as { __ref?: string; __refs?: (string | null)[] };
  return [one, ...(many ?? [])].filter((id): id is string => typeof id === 'string');
}
