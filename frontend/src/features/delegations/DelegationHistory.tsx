import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DelegationHistory_delegation$key } from '../../__generated__/DelegationHistory_delegation.graphql';
import { roleName, sortRoles } from '../../lib/roles';
import { durationInWords, exactTime, longDate } from '../../lib/time';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `0 0 ${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginLeft: '5px',
    overflowWrap: 'anywhere',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-7px',
      top: '4px',
      width: '12px',
      height: '12px',
      borderRadius: '50%',
      backgroundColor: tokens.colorBrandBackground,
    },
    ':last-child': { borderLeftColor: 'transparent', paddingBottom: 0 },
  },
  coming: { '::before': { backgroundColor: tokens.colorNeutralStroke1 } },
  small: { color: tokens.colorNeutralForeground2 },
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-wrap',
  },
});

const by = {
  CUSTOMER: 'Deleted by your organization',
  PARTNER: 'Given up by the partner',
  SYSTEM: 'Replaced by a newer offer of the same partner',
} as const;

/** How it came about and how it ended: the offer, the acceptance with what was struck, the end. */
export function DelegationHistory(props: { delegation: DelegationHistory_delegation$key }) {
  const delegation = useFragment(
    graphql`
      fragment DelegationHistory_delegation on Delegation {
        status
        roles
        activatedAt
        expiresAt
        terminatedAt
        terminatedBy
        terminationReason
        acceptedBy {
          displayName
        }
        partner {
          name
        }
        offer {
          createdAt
          sentBy
          message
          requestedRoles
          durationDays
          customerEmail
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const { offer, partner } = delegation;
  const struck = sortRoles((offer?.requestedRoles ?? []).filter((role) => !delegation.roles.includes(role)));
  const days = Math.round((Date.parse(delegation.expiresAt) - Date.parse(delegation.activatedAt)) / 86_400_000);
  const shortened = offer && days < offer.durationDays;

  return (
    <ol className={styles.list}>
      {offer && (
        <Step at={offer.createdAt} title={`Offer sent by ${offer.sentBy} of ${partner.name}`}>
          <Text>
            To {offer.customerEmail}. Asked for {sortRoles(offer.requestedRoles).map(roleName).join(', ')}, for{' '}
            {durationInWords(offer.durationDays)}.
          </Text>
          {offer.message && <blockquote className={styles.quote}>{offer.message}</blockquote>}
        </Step>
      )}
      <Step
        at={delegation.activatedAt}
        title={delegation.acceptedBy ? `Accepted by ${delegation.acceptedBy.displayName}` : 'Accepted'}
      >
        <Text>
          Granted {sortRoles(delegation.roles).map(roleName).join(', ')}, for {durationInWords(days)}.
        </Text>
        {struck.length > 0 && <Text>Struck: {struck.map(roleName).join(', ')}.</Text>}
        {shortened && <Text>Shortened from {durationInWords(offer.durationDays)}.</Text>}
      </Step>
      {delegation.status === 'TERMINATED' && delegation.terminatedAt && (
        <Step at={delegation.terminatedAt} title={by[(delegation.terminatedBy ?? 'CUSTOMER') as keyof typeof by]}>
          {delegation.terminationReason && (
            <blockquote className={styles.quote}>{delegation.terminationReason}</blockquote>
          )}
        </Step>
      )}
      {delegation.status === 'EXPIRED' && <Step at={delegation.expiresAt} title="Ended by itself: its time was over" />}
      {(delegation.status === 'ACTIVE' || delegation.status === 'SUSPENDED') && (
        <Step at={delegation.expiresAt} title="Ends by itself, unless you delete it before" coming />
      )}
    </ol>
  );
}

function Step(props: { at: string; title: string; coming?: boolean; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.step, props.coming && styles.coming)}>
      <Text weight="semibold">{props.title}</Text>
      <Text size={200} className={styles.small}>
        <time dateTime={props.at} title={exactTime(props.at)}>
          {longDate(props.at)}
        </time>
      </Text>
      {props.children}
    </li>
  );
}
