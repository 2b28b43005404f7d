/**
 * @generated SignedSource<<c30679fbb80220a74c1aefce971db2c1>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type MailDeliveryStatus = "DELIVERED" | "FAILED" | "NOT_DELIVERED_YET" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type DeliveryState_delivery$data = {
  readonly attempts: number;
  readonly lastError: string | null | undefined;
  readonly status: MailDeliveryStatus;
  readonly " $fragmentType": "DeliveryState_delivery";
};
export type DeliveryState_delivery$key = {
  readonly " $data"?: DeliveryState_delivery$data;
  readonly " $fragmentSpreads": FragmentRefs<"DeliveryState_delivery">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DeliveryState_delivery",
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
      "name": "attempts",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "lastError",
      "storageKey": null
    }
  ],
  "type": "MailDelivery",
  "abstractKey": null
};

(node as any).hash = "fb71096b66d4fa2492561e41dc2bd305";

export default node;
