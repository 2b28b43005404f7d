/**
 * @generated SignedSource<<e3fd5c1b2a4bc24561d0bf75750402a2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type SubscriptionOfferKind = "PURCHASE" | "TRIAL" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type SubscriptionOverview_subscription$data = {
  readonly assignedSeats: number;
  readonly availableSeats: number;
  readonly ended: boolean;
  readonly endsAt: string;
  readonly kind: SubscriptionOfferKind;
  readonly product: {
    readonly currency: string;
    readonly description: string;
    readonly name: string;
    readonly pricePerSeatMonth: number;
  };
  readonly seats: number;
  readonly startsAt: string;
  readonly " $fragmentType": "SubscriptionOverview_subscription";
};
export type SubscriptionOverview_subscription$key = {
  readonly " $data"?: SubscriptionOverview_subscription$data;
  readonly " $fragmentSpreads": FragmentRefs<"SubscriptionOverview_subscription">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SubscriptionOverview_subscription",
  "selections": [
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
      "name": "startsAt",
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
      "storageKey": null
    }
  ],
  "type": "Subscription",
  "abstractKey": null
};

(node as any).hash = "0aa66afe11f9ded08278b3cb515f81cd";

export default node;
