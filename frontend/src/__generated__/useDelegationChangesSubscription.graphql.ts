/**
 * @generated SignedSource<<2e258f8e8a627958b48b764ff2772a0b>>
 * @relayHash a933776e39c95d1bd32dae49e9c718cf
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 9eaa7493932aee23bb31fde9356694548f1d4317d5d5f668830d0407bf5a03ca

import { ConcreteRequest } from 'relay-runtime';
export type DelegatedAdminsChangeKind = "ADDED" | "CHANGED" | "ENDED" | "%future added value";
export type DelegationStatus = "ACTIVE" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "%future added value";
export type useDelegationChangesSubscription$variables = Record<PropertyKey, never>;
export type useDelegationChangesSubscription$data = {
  readonly delegatedAdminsChanged: {
    readonly delegation: {
      readonly expiresAt: string;
      readonly id: string;
      readonly lastActivityAt: string | null | undefined;
      readonly status: DelegationStatus;
      readonly version: number;
      readonly viewerCanDelete: boolean;
    } | null | undefined;
    readonly delegationId: string;
    readonly kind: DelegatedAdminsChangeKind;
  };
};
export type useDelegationChangesSubscription = {
  response: useDelegationChangesSubscription$data;
  variables: useDelegationChangesSubscription$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "DelegatedAdminsChange",
    "kind": "LinkedField",
    "name": "delegatedAdminsChanged",
    "plural": false,
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
        "name": "delegationId",
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
            "name": "version",
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
            "name": "lastActivityAt",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "viewerCanDelete",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "useDelegationChangesSubscription",
    "selections": (v0/*:: as any*/),
    "type": "SubscriptionRoot",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "useDelegationChangesSubscription",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "id": "9eaa7493932aee23bb31fde9356694548f1d4317d5d5f668830d0407bf5a03ca",
    "metadata": {},
    "name": "useDelegationChangesSubscription",
    "operationKind": "subscription",
    "text": null
  }
};
})();

(node as any).hash = "588fa682172fbb3135accb40358146f7";

export default node;
