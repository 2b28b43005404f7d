import { Badge } from '@fluentui/react-components';
import { offerStateOf, offerStates } from './offerState';

/** Where an offer stands, in a word. */
export function OfferBadge(props: { status: string; ended?: boolean }) {
  const { status, ended = false } = props;
  const state = offerStateOf(status);
  if (!state) return <Badge appearance="tint">{status}</Badge>;
  const { label, color } = offerStates[state];
  return (
    <Badge appearance="tint" color={ended ? 'informative' : color}>
      {ended ? `${label}, ended` : label}
    </Badge>
  );
}
