/**
 * @generated SignedSource<<336cdc05cb56f22b0609102f80cfc197>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type OfferStatus = "ACCEPTED" | "DECLINED" | "EXPIRED" | "PENDING" | "WITHDRAWN" | "%future added value";
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type SubscriptionOfferKind = "PURCHASE" | "TRIAL" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type OfferRow_offer$data = {
  readonly answeredAt: string | null | undefined;
  readonly createdAt: string;
  readonly customer: {
    readonly displayName: string;
  } | null | undefined;
  readonly customerEmail: string;
  readonly delegationEndedAt: string | null | undefined;
  readonly delivery: {
    readonly " $fragmentSpreads": FragmentRefs<"DeliveryState_delivery">;
  } | null | undefined;
  readonly expiresAt: string;
  readonly id: string;
  readonly requestedRoles: ReadonlyArray<Role>;
  readonly status: OfferStatus;
  readonly subscription: {
    readonly kind: SubscriptionOfferKind;
  } | null | undefined;
  readonly " $fragmentType": "OfferRow_offer";
};
export type OfferRow_offer$key = {
  readonly " $data"?: OfferRow_offer$data;
  readonly " $fragmentSpreads": FragmentRefs<"OfferRow_offer">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "OfferRow_offer",
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
      "name": "status",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "customerEmail",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Organization",
      "kind": "LinkedField",
      "name": "customer",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "displayName",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "requestedRoles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "createdAt",
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
      "concreteType": "SubscriptionOffer",
      "kind": "LinkedField",
      "name": "subscription",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "kind",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "MailDelivery",
      "kind": "LinkedField",
      "name": "delivery",
      "plural": false,
      "selections": [
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "DeliveryState_delivery"
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Offer",
  "abstractKey": null
};

(node as any).hash = "1f298fc8cd9fe46d6db445b23eaf4935";

export default node;
