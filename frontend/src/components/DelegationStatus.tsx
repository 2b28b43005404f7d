import { Tag } from './Tag';

type Color = 'success' | 'warning' | 'informative';

/** Where a delegation stands, in a word: Active, Suspended, Expired, Deleted, Given up or Replaced. */
export function DelegationStatus(props: { status: string; terminatedBy?: string | null | undefined }) {
  const [word, color] = inWords(props.status, props.terminatedBy);
  return <Tag color={color}>{word}</Tag>;
}

function inWords(status: string, terminatedBy: string | null | undefined): [string, Color] {
  switch (status) {
    case 'ACTIVE':
      return ['Active', 'success'];
    case 'SUSPENDED':
      return ['Suspended', 'warning'];
    case 'EXPIRED':
      return ['Expired', 'informative'];
    default:
      if (terminatedBy === 'PARTNER') return ['Given up', 'informative'];
      if (terminatedBy === 'SYSTEM') return ['Replaced', 'informative'];
      return ['Deleted', 'informative'];
  }
}
