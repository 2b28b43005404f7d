/** What the list is read for: what was tried or bought, or who has it. */
export type View = 'products' | 'licenses';

/** “Trial” or “Purchase”. */
export function kindName(kind: string): string {
  return kind === 'TRIAL' ? 'Trial' : 'Purchase';
}
