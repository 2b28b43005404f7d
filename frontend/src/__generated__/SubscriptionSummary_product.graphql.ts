/**
 * @generated SignedSource<<e95e95e4fe28e438cdeb5b20587d4ee8>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type SubscriptionSummary_product$data = {
  readonly currency: string;
  readonly description: string;
  readonly name: string;
  readonly pricePerSeatMonth: number;
  readonly " $fragmentType": "SubscriptionSummary_product";
};
export type SubscriptionSummary_product$key = {
  readonly " $data"?: SubscriptionSummary_product$data;
  readonly " $fragmentSpreads": FragmentRefs<"SubscriptionSummary_product">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SubscriptionSummary_product",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "name",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "description",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "pricePerSeatMonth",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "currency",
      "storageKey": null
    }
  ],
  "type": "Product",
  "abstractKey": null
};

(node as any).hash = "bf34c231faf9b87c56a35990e489e456";

export default node;
