import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from 'react-relay';
import type { NewOfferPageQuery } from '../../__generated__/NewOfferPageQuery.graphql';
import type { CreateOfferInput } from '../../__generated__/useCreateOfferMutation.graphql';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { useToast } from '../../components/Toasts';
import { usePageQuery } from '../../graphql/usePageQuery';
import { roleNames } from '../../lib/roles';
import { NewOfferForm } from './NewOfferForm';
import { assignmentsOf, emptyForm, type OfferForm, wholeNumber } from './newOffer';
import { OfferPreview } from './OfferPreview';
import { useCreateOffer } from './useCreateOffer';

const route = getRouteApi('/frame/partner/offers/new');

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(320px, 560px) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXXL,
    alignItems: 'start',
    '@media (max-width: 1199.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  preview: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media (min-width: 1200px)': {
      position: 'sticky',
      top: '64px',
      maxHeight: 'calc(100vh - 80px)',
      overflowY: 'auto',
      paddingRight: tokens.spacingHorizontalS,
    },
  },
  heading: { margin: 0 },
});

/** A new offer, and beside it what the customer will see. */
export function NewOfferPage() {
  const { customer, roles } = route.useSearch();
  const { viewer, products } = usePageQuery<NewOfferPageQuery>(
    graphql`
      query NewOfferPageQuery {
        viewer {
          canManageOffers
          partner {
            id
          }
          ...OfferPreview_viewer
          ...RoleAssignments_viewer
        }
        products {
          ...SubscriptionFields_products
          ...OfferPreview_products
        }
      }
    `,
    {},
  );
  const styles = useStyles();
  const navigate = useNavigate();
  const tell = useToast();
  const [form, setForm] = useState<OfferForm>(() => ({
    ...emptyForm,
    customerEmail: customer ?? '',
    roles: roleNames.filter((role) => roles?.split(',').includes(role)),
  }));
  const [error, setError] = useState<unknown>(null);
  const [create, busy] = useCreateOffer();
  if (!viewer) return null; // signed out a moment ago: the frame leads to the sign-in page

  const send = async () => {
    setError(null);
    const input: CreateOfferInput = {
      customerEmail: form.customerEmail.trim(),
      roles: form.roles as CreateOfferInput['roles'],
      ...(form.assign === 'CHOSEN' ? { assignments: assignmentsOf(form) as CreateOfferInput['assignments'] } : {}),
      durationDays: wholeNumber(form.durationDays),
      message: form.message.trim() === '' ? null : form.message,
      subscription:
        form.kind === 'NONE'
          ? null
          : {
              kind: form.kind,
              productId: form.productId,
              seats: wholeNumber(form.seats),
              termMonths: form.kind === 'TRIAL' ? 1 : wholeNumber(form.termMonths),
            },
    };
    let to: string;
    try {
      const { createOffer } = await create({ input });
      to = createOffer.offer?.customerEmail ?? input.customerEmail;
    } catch (caught) {
      setError(caught);
      return;
    }
    tell(`The offer to ${to} is on its way`);
    void navigate({ to: '/partner/offers' });
  };

  return (
    <>
      <PageHeader
        title="New offer"
        breadcrumb={[{ label: 'Partner' }, { label: 'Offers', to: '/partner/offers' }]}
        sentence="Ask for no more than you need: customers can strike roles, and say yes sooner to less."
      />
      {viewer.canManageOffers && viewer.partner ? (
        <div className={styles.columns}>
          <NewOfferForm
            viewer={viewer}
            products={products}
            form={form}
            busy={busy}
            error={error}
            onChange={setForm}
            onSend={() => void send()}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and people scroll with the keyboard too */}
          <section aria-labelledby="preview" tabIndex={0} className={styles.preview}>
            <Subtitle2 as="h2" id="preview" className={styles.heading}>
              What the customer will see
            </Subtitle2>
            <OfferPreview viewer={viewer} products={products} form={form} />
          </section>
        </div>
      ) : (
        <EmptyState title="Offers are for Global Administrators of a partner">
          Ask a Global Administrator of your organization to send one.
        </EmptyState>
      )}
    </>
  );
}
