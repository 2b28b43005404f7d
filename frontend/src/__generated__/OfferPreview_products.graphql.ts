/**
 * @generated SignedSource<<70bbddff463f006e7bb6a3e517c8577d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type OfferPreview_products$data = ReadonlyArray<{
  readonly id: string;
  readonly " $fragmentSpreads": FragmentRefs<"SubscriptionSummary_product">;
  readonly " $fragmentType": "OfferPreview_products";
}>;
export type OfferPreview_products$key = ReadonlyArray<{
  readonly " $data"?: OfferPreview_products$data;
  readonly " $fragmentSpreads": FragmentRefs<"OfferPreview_products">;
}>;

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "plural": true
  },
  "name": "OfferPreview_products",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "SubscriptionSummary_product"
    }
  ],
  "type": "Product",
  "abstractKey": null
};

(node as any).hash = "b7e00f9dfc2a8ce5f4cc70eaf1f0cd56";

export default node;
