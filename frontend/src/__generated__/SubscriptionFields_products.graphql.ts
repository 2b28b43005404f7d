/**
 * @generated SignedSource<<6ff07150c5215df39908c41086ff14bd>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type SubscriptionFields_products$data = ReadonlyArray<{
  readonly currency: string;
  readonly id: string;
  readonly name: string;
  readonly pricePerSeatMonth: number;
  readonly " $fragmentType": "SubscriptionFields_products";
}>;
export type SubscriptionFields_products$key = ReadonlyArray<{
  readonly " $data"?: SubscriptionFields_products$data;
  readonly " $fragmentSpreads": FragmentRefs<"SubscriptionFields_products">;
}>;

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "plural": true
  },
  "name": "SubscriptionFields_products",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    },
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

(node as any).hash = "8b874cee9c66e8c7a1dae2a26d4fcc3b";

export default node;
