import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { AnsweredOffer_offer$key } from '../../__generated__/AnsweredOffer_offer.graphql';
import type { AnsweredOffer_viewer$key } from '../../__generated__/AnsweredOffer_viewer.graphql';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { longDate } from '../../lib/time';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
});

/** An offer that can't be answered any more: what became of it, and what to do now. */
export function AnsweredOffer(props: { offer: AnsweredOffer_offer$key; viewer: AnsweredOffer_viewer$key | null }) {
  const offer = useFragment(
    graphql`
      fragment AnsweredOffer_offer on Offer {
        status
        answeredAt
        expiresAt
        delegationEndedAt
        declineReason
        partner {
          name
          contactEmail
        }
        delegation {
          id
        }
      }
    `,
    props.offer,
  );
  const viewer = useFragment(
    graphql`
      fragment AnsweredOffer_viewer on Viewer {
        canReadDelegatedAdmins
      }
    `,
    props.viewer,
  );
  const styles = useStyles();
  const { partner, status, answeredAt, expiresAt, delegationEndedAt, declineReason, delegation } = offer;
  const on = answeredAt ? ` on ${longDate(answeredAt)}` : '';
  const ask = partner.contactEmail ? ` You can reach them at ${partner.contactEmail}.` : '';
  const { title, text } = {
    ACCEPTED: {
      title: 'This offer was accepted before',
      text: delegationEndedAt
        ? `The offer of ${partner.name} was accepted${on}, and the delegation that came of it ended on ${longDate(delegationEndedAt)}. A new one begins with a new offer.`
        : `The offer of ${partner.name} was accepted${on}. A link works once. Whether ${partner.name} is a delegated admin now, and how to end it, stands in Support > Manage delegated admins.`,
    },
    DECLINED: {
      title: 'This offer was declined',
      text: `The offer of ${partner.name} was declined${on}. Nobody got access. If that was a mistake, ask ${partner.name} for a new offer.${ask}`,
    },
    WITHDRAWN: {
      title: 'The partner took this offer back',
      text: `${partner.name} withdrew this offer${on}. There is nothing to do.${ask}`,
    },
    EXPIRED: {
      title: 'This offer has lapsed',
      text: `Nobody answered the offer of ${partner.name} before ${longDate(expiresAt)}. Nobody got access. If you still want it, ask ${partner.name} to send a new one.${ask}`,
    },
  }[status as string] ?? {
    title: 'This offer can’t be answered any more',
    text: `Ask ${partner.name} for a new one.${ask}`,
  };
  return (
    <div className={styles.root}>
      <PageHeader title={title} documentTitle={title} />
      <Text>{text}</Text>
      {declineReason && <Text>The reason that was given: “{declineReason}”</Text>}
      {viewer?.canReadDelegatedAdmins ? (
        <LinkButton
          appearance="primary"
          to="/support/delegated-admins"
          search={delegation && !delegationEndedAt ? { admin: delegation.id } : {}}
        >
          Manage delegated admins
        </LinkButton>
      ) : viewer ? (
        <LinkButton to="/">Go to Home</LinkButton>
      ) : (
        <LinkButton to="/sign-in">Sign in</LinkButton>
      )}
    </div>
  );
}
