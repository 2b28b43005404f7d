import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { DelegationOverview_delegation$key } from '../../__generated__/DelegationOverview_delegation.graphql';
import { DelegationStatus } from '../../components/DelegationStatus';
import { Facts } from '../../components/Facts';
import { LastActivity } from '../../components/LastActivity';
import { UntilDate } from '../../components/UntilDate';
import { roleInfo, sortRoles } from '../../lib/roles';
import { exactTime, longDate } from '../../lib/time';
import { ReceiptItem } from './ReceiptItem';
import { UsedBy } from './UsedBy';
import { WhatTheyCould } from './WhatTheyCould';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  role: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  small: { color: tokens.colorNeutralForeground2 },
  risk: { color: tokens.colorStatusWarningForeground3 },
  terms: {
    maxHeight: '240px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** What a delegated admin may do, since when and until when, who accepted it, and under which terms. */
export function DelegationOverview(props: { delegation: DelegationOverview_delegation$key }) {
  const delegation = useFragment(
    graphql`
      fragment DelegationOverview_delegation on Delegation {
        status
        roles
        activatedAt
        expiresAt
        terminatedAt
        terminatedBy
        terminationReason
        ...LastActivity_delegation
        ...UsedBy_delegation
        ...WhatTheyCould_delegation
        acceptedBy {
          displayName
          userName
        }
        partner {
          name
          contactEmail
          website
        }
        offer {
          terms {
            text
            sha256
          }
        }
        receipts {
          id
          ...ReceiptItem_receipt
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const { acceptedBy, partner, offer, receipts } = delegation;
  const over = delegation.status === 'EXPIRED' || delegation.status === 'TERMINATED';

  return (
    <div className={styles.root}>
      <Facts
        facts={[
          ['Status', <DelegationStatus key="s" status={delegation.status} terminatedBy={delegation.terminatedBy} />],
          [
            'Since',
            <span title={exactTime(delegation.activatedAt)} key="a">
              {longDate(delegation.activatedAt)}
            </span>,
          ],
          over && delegation.terminatedAt
            ? [
                'Ended',
                <span title={exactTime(delegation.terminatedAt)} key="e">
                  {longDate(delegation.terminatedAt)}
                </span>,
              ]
            : ['Until', <UntilDate at={delegation.expiresAt} over={over} key="u" />],
          delegation.terminationReason && ['Reason', delegation.terminationReason],
          acceptedBy && ['Accepted by', `${acceptedBy.displayName} (${acceptedBy.userName})`],
          ['Last activity', <LastActivity delegation={delegation} key="l" />],
          partner.contactEmail && ['Contact', partner.contactEmail],
          partner.website && [
            'Website',
            <Link key="w" inline href={partner.website} target="_blank" rel="noreferrer noopener">
              {partner.website}
            </Link>,
          ],
        ]}
      />
      <section className={styles.section}>
        <h3 className={styles.heading}>{over ? 'What they could do' : 'What they can do'}</h3>
        <ul className={styles.list}>
          {sortRoles(delegation.roles).map((role) => {
            const info = roleInfo(role);
            return (
              <li key={role} className={styles.role}>
                <Text weight="semibold">{info.name}</Text>
                <Text>Can {info.can.join(', ')}.</Text>
                <Text className={styles.small}>Can’t {info.cannot.join(', ')}.</Text>
                {info.risk && <Text className={styles.risk}>{info.risk}</Text>}
              </li>
            );
          })}
        </ul>
      </section>
      <WhatTheyCould delegation={delegation} />
      {!over && (
        <section className={styles.section}>
          <h3 className={styles.heading}>Used by</h3>
          <UsedBy delegation={delegation} />
        </section>
      )}
      {offer && (
        <section className={styles.section}>
          <h3 className={styles.heading}>Terms that were accepted</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
          <section className={styles.terms} tabIndex={0} aria-label="Terms">
            {offer.terms.text}
          </section>
          <Text size={200} className={styles.small}>
            Fingerprint (SHA-256): <span className={styles.code}>{offer.terms.sha256}</span>
          </Text>
        </section>
      )}
      {receipts.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>Receipts</h3>
          <Text className={styles.small}>
            Signed records that you can keep. Anyone can check them with the public key in the file, without this
            service.
          </Text>
          <ul className={styles.list}>
            {receipts.map((receipt) => (
              <ReceiptItem key={receipt.id} receipt={receipt} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
