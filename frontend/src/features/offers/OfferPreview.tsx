import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { OfferPreview_products$key } from '../../__generated__/OfferPreview_products.graphql';
import type { OfferPreview_viewer$key } from '../../__generated__/OfferPreview_viewer.graphql';
import { daysMax, type OfferForm, wholeNumber } from './newOffer';
import { OfferReview } from './OfferReview';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    maxWidth: '688px',
    '@media (max-width: 639.98px)': { padding: tokens.spacingHorizontalM },
  },
  title: {
    ...typographyStyles.title3,
    display: 'block',
    marginBottom: tokens.spacingVerticalL,
    overflowWrap: 'anywhere',
  },
  empty: { color: tokens.colorNeutralForeground2 },
});

/** What the customer will see, from what stands in the form now: the authorization page's own component, out of reach. */
export function OfferPreview(props: {
  viewer: OfferPreview_viewer$key;
  products: OfferPreview_products$key;
  form: OfferForm;
}) {
  const { form } = props;
  const { user, partner } = useFragment(
    graphql`
      fragment OfferPreview_viewer on Viewer {
        user {
          displayName
        }
        partner {
          name
          ...OfferReview_partner
          terms {
            ...TermsBox_terms
          }
        }
      }
    `,
    props.viewer,
  );
  const products = useFragment(
    graphql`
      fragment OfferPreview_products on Product @relay(plural: true) {
        id
        ...SubscriptionSummary_product
      }
    `,
    props.products,
  );
  const styles = useStyles();
  if (!partner) return null;
  const days = wholeNumber(form.durationDays);
  const product = form.kind === 'NONE' ? undefined : products.find(({ id }) => id === form.productId);
  const durationDays = days >= 1 && days <= daysMax ? days : 365;
  return (
    <div inert className={styles.root}>
      <span className={styles.title}>{partner.name} asks to be a delegated admin of your organization</span>
      {form.roles.length === 0 ? (
        <Text className={styles.empty}>Choose a role: then this shows what the customer will see.</Text>
      ) : (
        <OfferReview
          partner={partner}
          terms={partner.terms}
          sentBy={user.displayName}
          message={form.message.trim() || null}
          requestedRoles={form.roles}
          durationDays={durationDays}
          subscription={
            product
              ? {
                  product,
                  terms: {
                    kind: form.kind,
                    seats: wholeNumber(form.seats) || 1,
                    termMonths: form.kind === 'TRIAL' ? 1 : wholeNumber(form.termMonths) || 1,
                  },
                }
              : null
          }
          choice={{ roles: form.roles, days: durationDays }}
          onChoice={() => undefined}
        />
      )}
    </div>
  );
}
