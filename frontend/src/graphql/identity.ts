/**
 * By what the store knows an object: its id. The outcome for one of several things (`UserResult` and the like) tells the id
 * that was asked for, which is that of the thing: it has no identity of its own, or the store would take the two for one.
 */
export function getDataID(value: { readonly id?: unknown }, type: string): string | undefined {
  if (type.endsWith('Result')) return undefined;
  if (typeof value.id === 'string') return value.id;
  return type === 'Viewer' ? 'client:root:viewer' : undefined;
}
