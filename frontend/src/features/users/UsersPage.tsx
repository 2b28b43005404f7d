import type { ReactNode } from 'react';
import type { OnBehalfBand_query$key } from '../../__generated__/OnBehalfBand_query.graphql';
import { CalmBoundary } from '../../components/CalmBoundary';
import { EmptyState } from '../../components/EmptyState';
import { OnBehalf } from '../../components/OnBehalf';
import { OnBehalfBand } from '../../components/OnBehalfBand';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { PageSkeleton } from '../../components/skeletons';
import { useWhose, type Whose } from './whose';

export interface Head {
  title: string;
  sentence: string;
  /** Whether the page is about something to do with the active users, and stands below them. */
  below?: boolean;
}

/**
 * A page about the users of one's own organization, or on behalf of a customer, with the same content. The content reads
 * what it shows with `usePageQuery`, and stands within `UsersContent`.
 */
export function UsersPage(props: { head: Head; skeleton: ReactNode; children: (whose: Whose) => ReactNode }) {
  const { head, skeleton, children } = props;
  const whose = useWhose();
  const content = (which: Whose) => (
    <CalmBoundary
      calm={{
        FORBIDDEN: (
          <EmptyState title="You may not see the users">
            Who holds a role in the organization may see its users.
          </EmptyState>
        ),
      }}
    >
      {children(which)}
    </CalmBoundary>
  );
  if (whose.own) {
    return (
      <>
        <UsersHeader head={head} whose={whose} />
        <PageBoundary skeleton={skeleton} title="The users could not be shown">
          {content(whose)}
        </PageBoundary>
      </>
    );
  }
  return (
    <OnBehalf organizationId={whose.id} skeleton={<PageSkeleton columns={5} />}>
      {(access) => content({ ...whose, access })}
    </OnBehalf>
  );
}

/** The content of such a page. On behalf it begins with the band and the head, which name the customer. */
export function UsersContent(props: {
  head: Head;
  whose: Whose;
  customer: string | undefined;
  band: OnBehalfBand_query$key | null | undefined;
  children: ReactNode;
}) {
  const { head, whose, customer, band, children } = props;
  if (whose.own || !whose.access || !band) return children;
  return (
    <>
      <OnBehalfBand query={band} access={whose.access} />
      <UsersHeader head={head} whose={whose} customer={customer ?? ''} />
      {children}
    </>
  );
}

function UsersHeader(props: { head: Head; whose: Whose; customer?: string }) {
  const { head, whose, customer } = props;
  const below = head.below ? [{ label: 'Active users', to: whose.base }] : [];
  return (
    <PageHeader
      title={head.title}
      sentence={head.sentence}
      documentTitle={customer ? `${head.title} · ${customer}` : head.title}
      breadcrumb={
        customer
          ? [
              { label: 'Customers', to: '/partner/customers' },
              { label: customer, to: `/partner/customers/${whose.id}` },
              ...below,
            ]
          : head.below
            ? below
            : [{ label: 'Users' }]
      }
    />
  );
}
