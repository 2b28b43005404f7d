/**
 * @generated SignedSource<<feb64c0d60bfe8557754fdd7f876f992>>
 * @relayHash 00a37950848b349b68922ce26ee00a69
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID d82d83a62079394714fabc0cc2826c475c112ead9e29aebfd46a4a41cd1ff864

import { ConcreteRequest } from 'relay-runtime';
export type DelegatedAdminsChangeKind = "ADDED" | "CHANGED" | "ENDED" | "%future added value";
export type environmentTestSubscription$variables = Record<PropertyKey, never>;
export type environmentTestSubscription$data = {
  readonly delegatedAdminsChanged: {
    readonly delegationId: string;
    readonly kind: DelegatedAdminsChangeKind;
  };
};
export type environmentTestSubscription = {
  response: environmentTestSubscription$data;
  variables: environmentTestSubscription$variables;
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
    "name": "environmentTestSubscription",
    "selections": (v0/*:: as any*/),
    "type": "SubscriptionRoot",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "environmentTestSubscription",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "id": "d82d83a62079394714fabc0cc2826c475c112ead9e29aebfd46a4a41cd1ff864",
    "metadata": {},
    "name": "environmentTestSubscription",
    "operationKind": "subscription",
    "text": null
  }
};
})();

(node as any).hash = "3aa74cc6c3e488e2e37bac4c0c49174f";

export default node;
