import { Tag } from '../../components/Tag';
import { offerStateOf, offerStates } from './offerState';

/** Where an offer stands, in a word. */
export function OfferBadge(props: { status: string; ended?: boolean }) {
  const { status, ended = false } = props;
  const state = offerStateOf(status);
  if (!state) return <Tag>{status}</Tag>;
  const { label, color } = offerStates[state];
  return <Tag color={ended ? 'informative' : color}>{ended ? `${label}, ended` : label}</Tag>;
}
