import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { graphql, useFragment } from 'react-relay';
import type { AuditEventItem_event$key } from '../__generated__/AuditEventItem_event.graphql';
import { actionInShort, actionInWords, actsOnSelf, fieldName } from '../lib/actions';
import { roleName } from '../lib/roles';
import { shortDate } from '../lib/time';
import { RelativeTime } from './RelativeTime';
import { Tag } from './Tag';
import { TextLink } from './TextLink';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalMNudge} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  person: { fontWeight: tokens.fontWeightSemibold },
  icon: { fontSize: '20px', lineHeight: 0, paddingTop: '1px', color: tokens.colorNeutralForeground3 },
  refusedIcon: { color: tokens.colorStatusDangerForeground1 },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  badge: { marginLeft: tokens.spacingHorizontalSNudge, verticalAlign: 'middle' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  changes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(72px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  quote: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-wrap',
  },
});

/** One thing that was done or refused: who, what, on what, on whose behalf, under which role, and what changed. */
export function AuditEventItem(props: { event: AuditEventItem_event$key }) {
  const event = useFragment(
    graphql`
      fragment AuditEventItem_event on AuditEvent {
        at
        action
        result
        role
        justification
        target
        actor {
          user {
            id
          }
          displayName
          userName
          organizationName
          onBehalf
        }
        organization {
          displayName
        }
        changes {
          field
          before
          after
        }
      }
    `,
    props.event,
  );
  const styles = useStyles();
  const refused = event.result === 'REFUSED';
  const { actor } = event;
  const facts = [
    actor.organizationName && `${actor.userName ?? actor.displayName}, ${actor.organizationName}`,
    actor.onBehalf && `on behalf of ${event.organization.displayName}`,
    event.role && `as ${roleName(event.role)}`,
  ].filter(Boolean);

  return (
    <div className={styles.root}>
      <span className={mergeClasses(styles.icon, refused && styles.refusedIcon)} aria-hidden>
        {refused ? <ProhibitedRegular /> : <CheckmarkCircleRegular />}
      </span>
      <div className={styles.body}>
        <Text>
          {actor.user ? (
            <TextLink to="/users" search={{ user: actor.user.id }} className={styles.person}>
              {actor.displayName}
            </TextLink>
          ) : (
            <strong>{actor.displayName}</strong>
          )}{' '}
          {event.target ? actionInWords(event.action, refused) : actionInShort(event.action, refused)}
          {event.target && !actsOnSelf(event.action) && (
            <>
              {' '}
              <strong>{event.target}</strong>
            </>
          )}
          {refused && (
            <Tag color="danger" className={styles.badge}>
              Refused
            </Tag>
          )}
        </Text>
        <span className={styles.small}>
          <RelativeTime at={event.at} />
          {facts.map((fact) => ` · ${fact}`).join('')}
        </span>
        {event.changes.length > 0 && (
          <dl className={styles.changes}>
            {event.changes.map((change) => (
              <Change key={change.field} {...change} />
            ))}
          </dl>
        )}
        {event.justification && <blockquote className={styles.quote}>{event.justification}</blockquote>}
      </div>
    </div>
  );
}

function Change(props: { field: string; before?: string | null | undefined; after?: string | null | undefined }) {
  const { field, before, after } = props;
  const styles = useStyles();
  return (
    <>
      <dt>{fieldName(field)}</dt>
      <dd>
        {valueInWords(field, before)} <span aria-hidden>→</span>
        <span className={styles.spoken}>became</span> {valueInWords(field, after)}
      </dd>
    </>
  );
}

const day = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const names = /^[A-Z]+(_[A-Z]+)*([, ]+[A-Z]+(_[A-Z]+)*)*$/;

/** A value as people read it: days as days, the API's own words as words, nothing as “none”. */
function valueInWords(field: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (field.startsWith('contact.')) return value; // what people wrote
  if (field === 'status' && value === 'TERMINATED') return 'Ended';
  if (day.test(value)) return shortDate(value);
  if (names.test(value)) {
    return value
      .split(/[, ]+/)
      .map((word) => roleName(word))
      .join(', ');
  }
  return value;
}
