/**
 * @generated SignedSource<<5f5f1b4c7d393a8b34bf53a76164f982>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type SubscriptionOfferKind = "PURCHASE" | "TRIAL" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type SubscriptionRow_subscription$data = {
  readonly assignedSeats: number;
  readonly availableSeats: number;
  readonly ended: boolean;
  readonly endsAt: string;
  readonly id: string;
  readonly kind: SubscriptionOfferKind;
  readonly product: {
    readonly currency: string;
    readonly name: string;
    readonly pricePerSeatMonth: number;
  };
  readonly seats: number;
  readonly " $fragmentType": "SubscriptionRow_subscription";
};
export type SubscriptionRow_subscription$key = {
  readonly " $data"?: SubscriptionRow_subscription$data;
  readonly " $fragmentSpreads": FragmentRefs<"SubscriptionRow_subscription">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SubscriptionRow_subscription",
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
      "name": "kind",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "seats",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "assignedSeats",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "availableSeats",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "endsAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "ended",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Product",
      "kind": "LinkedField",
      "name": "product",
      "plural": false,
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
      "storageKey": null
    }
  ],
  "type": "Subscription",
  "abstractKey": null
};

(node as any).hash = "23ca0eef73ad52b8121c13d98b136773";

export default node;
