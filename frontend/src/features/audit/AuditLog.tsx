import { Button, makeStyles, ToolbarButton, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useState, useTransition } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { AuditLog_organization$key } from '../../__generated__/AuditLog_organization.graphql';
import type { AuditLogListQuery } from '../../__generated__/AuditLogListQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { useDelegationChanges } from '../../components/useDelegationChanges';
import type { filterOf } from './auditState';
import { LongTimeline } from './LongTimeline';

const ExportEvents = lazily(async () => (await import('./ExportEvents')).ExportEvents);

const pageSize = 20;
/** Who goes on beyond the first page wants many. */
const nextSize = 100;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  list: { maxWidth: '960px' },
  news: { marginLeft: tokens.spacingHorizontalS },
});

/** The events themselves. New ones appear by themselves while the newest are on screen; further down a button says so. */
export function AuditLog(props: {
  organization: AuditLog_organization$key;
  filter: ReturnType<typeof filterOf>;
  filtered: boolean;
  stale: boolean;
  onClear: () => void;
}) {
  const { filter, filtered, stale, onClear } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    AuditLogListQuery,
    AuditLog_organization$key
  >(
    graphql`
      fragment AuditLog_organization on Organization
      @refetchable(queryName: "AuditLogListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        filter: { type: "AuditEventFilter" }
      ) {
        displayName
        auditEvents(first: $count, after: $cursor, filter: $filter) @connection(key: "AuditLog_auditEvents") {
          totalCount
          edges {
            node {
              id
              at
              ...AuditEventItem_event
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const [reading, startTransition] = useTransition();
  const [news, setNews] = useState(false);
  const [exporting, setExporting] = useState(false);
  const events = data.auditEvents.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));

  const readAgain = () => {
    setNews(false);
    startTransition(() => {
      refetch({ count: pageSize }, { fetchPolicy: 'store-and-network' });
    });
  };
  useDelegationChanges(() => (events.length > pageSize ? setNews(true) : readAgain()));

  return (
    <>
      <CommandBar>
        <ToolbarButton icon={<ArrowClockwiseRegular />} disabledFocusable={reading} onClick={readAgain}>
          Refresh
        </ToolbarButton>
        {events.length > 0 && (
          <ToolbarButton
            icon={<ArrowDownloadRegular />}
            onPointerEnter={ExportEvents.preload}
            onFocus={ExportEvents.preload}
            onClick={() => setExporting(true)}
          >
            Export events
          </ToolbarButton>
        )}
        {news && (
          <ToolbarButton appearance="primary" className={styles.news} onClick={readAgain}>
            Show new events
          </ToolbarButton>
        )}
      </CommandBar>
      <div className={stale ? styles.stale : undefined} aria-busy={stale}>
        {events.length === 0 ? (
          <EmptyState
            title={filtered ? 'No event fits' : 'Nothing has happened yet'}
            icon={<HistoryRegular />}
            {...(filtered ? { action: <Button onClick={onClear}>Clear filters</Button> } : {})}
          >
            {filtered
              ? 'None of the events of your organization fits these filters.'
              : 'Everything that is done or refused in your organization is listed here, by whom and under which role.'}
          </EmptyState>
        ) : (
          <div className={styles.list}>
            <LongTimeline label="Audit log" events={events} total={data.auditEvents.totalCount} />
            <ListFoot
              shown={events.length}
              total={data.auditEvents.totalCount}
              hasMore={hasNext}
              loading={isLoadingNext}
              onMore={() => loadNext(nextSize)}
            />
          </div>
        )}
      </div>
      <Opened when={exporting}>
        <ExportEvents
          open={exporting}
          organization={data.displayName}
          filter={filter}
          total={data.auditEvents.totalCount}
          filtered={filtered}
          onClose={() => setExporting(false)}
        />
      </Opened>
    </>
  );
}
