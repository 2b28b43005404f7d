/**
 * @generated SignedSource<<332e4a3836fe14d12b2e9d54e0d1501d>>
 * @relayHash 97f435c58565b0745ecad6a2514b43e1
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID b6ccd7aec1dbd1260bb99df0c6b256f5157f22d80b0c8240c83dddc94b17e37d

import { ConcreteRequest } from 'relay-runtime';
export type DelegatedAdminsChangeKind = "ADDED" | "CHANGED" | "ENDED" | "%future added value";
export type OfferTableChangedSubscription$variables = Record<PropertyKey, never>;
export type OfferTableChangedSubscription$data = {
  readonly delegatedAdminsChanged: {
    readonly kind: DelegatedAdminsChangeKind;
  };
};
export type OfferTableChangedSubscription = {
  response: OfferTableChangedSubscription$data;
  variables: OfferTableChangedSubscription$variables;
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
    "name": "OfferTableChangedSubscription",
    "selections": (v0/*:: as any*/),
    "type": "SubscriptionRoot",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "OfferTableChangedSubscription",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "id": "b6ccd7aec1dbd1260bb99df0c6b256f5157f22d80b0c8240c83dddc94b17e37d",
    "metadata": {},
    "name": "OfferTableChangedSubscription",
    "operationKind": "subscription",
    "text": null
  }
};
})();

(node as any).hash = "d28e661880989fbf9ef76b8c955048a7";

export default node;
