import type { ReactNode } from 'react';
import type { OnBehalfBand_query$key } from '../__generated__/OnBehalfBand_query.graphql';
import { CalmBoundary } from './CalmBoundary';
import { OnBehalf } from './OnBehalf';
import { OnBehalfBand } from './OnBehalfBand';
import { PageBoundary } from './PageBoundary';
import { PageHeader } from './PageHeader';
import { PageSkeleton } from './skeletons';
import { useWhose, type Whose } from './whose';

export interface Head {
  title: string;
  sentence: string;
  /** The heading of the navigation under which it stands in one's own organization. */
  section?: string;
  /** The list that the page stands below, when it is none itself. */
  below?: string;
}

/**
 * A page about something of one's own organization, or of a customer's on its behalf, with the same content. The content
 * reads what it shows with `usePageQuery`, and stands within `OrganizationContent`.
 */
export function OrganizationPage(props: {
  head: Head;
  /** The address of the list in one's own organization; a customer's lies below the customer. */
  path: string;
  skeleton: ReactNode;
  /** What is said when it can't be read. */
  failed: string;
  /** What is said to who may not see it. */
  forbidden: ReactNode;
  children: (whose: Whose) => ReactNode;
}) {
  const { head, path, skeleton, failed, forbidden, children } = props;
  const whose = useWhose(path);
  if (whose.own) {
    return (
      <>
        <Header head={head} whose={whose} />
        <PageBoundary skeleton={skeleton} title={failed}>
          <CalmBoundary calm={{ FORBIDDEN: forbidden }}>{children(whose)}</CalmBoundary>
        </PageBoundary>
      </>
    );
  }
  return (
    <OnBehalf organizationId={whose.id} skeleton={<PageSkeleton columns={5} />}>
      {(access) => <CalmBoundary calm={{ FORBIDDEN: forbidden }}>{children({ ...whose, access })}</CalmBoundary>}
    </OnBehalf>
  );
}

/** The content of such a page. On behalf it begins with the band and the head, which name the customer. */
export function OrganizationContent(props: {
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
      <Header head={head} whose={whose} customer={customer ?? ''} />
      {children}
    </>
  );
}

function Header(props: { head: Head; whose: Whose; customer?: string }) {
  const { head, whose, customer } = props;
  const below = head.below ? [{ label: head.below, to: whose.base }] : [];
  const section = head.section ? [{ label: head.section }] : [];
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
            : section
      }
    />
  );
}
