import { Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { SubscriptionFields_products$key } from '../../__generated__/SubscriptionFields_products.graphql';
import { money } from '../../lib/money';
import type { OfferForm } from './newOffer';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  group: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  // A long name must not make the page wider than a phone.
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
});

/** A trial or purchase to come along with the offer. */
export function SubscriptionFields(props: {
  products: SubscriptionFields_products$key;
  form: OfferForm;
  fault: (name: keyof OfferForm) => string | undefined;
  onChange: (change: Partial<OfferForm>) => void;
}) {
  const { form, fault, onChange } = props;
  const products = useFragment(
    graphql`
      fragment SubscriptionFields_products on Product @relay(plural: true) {
        id
        name
        pricePerSeatMonth
        currency
      }
    `,
    props.products,
  );
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Field label="With a trial or a purchase">
        <RadioGroup
          className={styles.group}
          layout="horizontal"
          value={form.kind}
          onChange={(_, data) => {
            const kind = data.value as OfferForm['kind'];
            onChange({
              kind,
              ...(kind !== 'NONE' && form.productId === '' ? { productId: products[0]?.id ?? '' } : {}),
            });
          }}
        >
          <Radio value="NONE" label="Neither" />
          <Radio value="TRIAL" label="Trial" />
          <Radio value="PURCHASE" label="Purchase" />
        </RadioGroup>
      </Field>
      {form.kind !== 'NONE' && (
        <>
          <Field label="Product" required className={styles.narrow} {...faultOf(fault('productId'))}>
            <Select name="productId" value={form.productId} onChange={(_, data) => onChange({ productId: data.value })}>
              {products.map((product) => (
                <option key={product.id} value={product.id}>
                  {product.name} ({money(product.pricePerSeatMonth, product.currency)} per seat and month)
                </option>
              ))}
            </Select>
          </Field>
          <div className={styles.pair}>
            <Field label="Seats" required {...faultOf(fault('seats'))}>
              <Input
                name="seats"
                inputMode="numeric"
                value={form.seats}
                onChange={(_, data) => onChange({ seats: data.value })}
              />
            </Field>
            {form.kind === 'PURCHASE' ? (
              <Field label="Months" required {...faultOf(fault('termMonths'))}>
                <Input
                  name="termMonths"
                  inputMode="numeric"
                  value={form.termMonths}
                  onChange={(_, data) => onChange({ termMonths: data.value })}
                />
              </Field>
            ) : (
              <Field label="Months" hint="A trial runs for one month, free of charge.">
                <Input readOnly value="1" />
              </Field>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function faultOf(message: string | undefined) {
  return message === undefined ? {} : { validationMessage: message };
}
