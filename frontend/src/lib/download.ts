/** Hands the browser a file to save. */
export function download(
  name: string,
  content: string | readonly string[],
  type: 'application/json' | 'application/jsonl' | 'text/csv',
): void {
  const parts = typeof content === 'string' ? [content] : [...content];
  const url = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** “users-contoso-2026-11-24.csv”. */
export function fileName(what: string, organization: string, ending: string): string {
  const name = organization
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${what}-${name || 'organization'}-${new Date().toISOString().slice(0, 10)}.${ending}`;
}
