/**
 * @generated SignedSource<<e36d5a8180f4020b52c631e22e662f94>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type OfferStatus = "ACCEPTED" | "DECLINED" | "EXPIRED" | "PENDING" | "WITHDRAWN" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type AnsweredOffer_offer$data = {
  readonly answeredAt: string | null | undefined;
  readonly declineReason: string | null | undefined;
  readonly delegation: {
    readonly id: string;
  } | null | undefined;
  readonly delegationEndedAt: string | null | undefined;
  readonly expiresAt: string;
  readonly partner: {
    readonly contactEmail: string | null | undefined;
    readonly name: string;
  };
  readonly status: OfferStatus;
  readonly " $fragmentType": "AnsweredOffer_offer";
};
export type AnsweredOffer_offer$key = {
  readonly " $data"?: AnsweredOffer_offer$data;
  readonly " $fragmentSpreads": FragmentRefs<"AnsweredOffer_offer">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "AnsweredOffer_offer",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "status",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "answeredAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "expiresAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "delegationEndedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "declineReason",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Partner",
      "kind": "LinkedField",
      "name": "partner",
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
          "name": "contactEmail",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Delegation",
      "kind": "LinkedField",
      "name": "delegation",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "id",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Offer",
  "abstractKey": null
};

(node as any).hash = "c2e3df98e63a0ace419a6037a740207c";

export default node;
