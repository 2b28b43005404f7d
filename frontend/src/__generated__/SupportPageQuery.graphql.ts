/**
 * @generated SignedSource<<8ba7786c5557ae94f66cceda5520d052>>
 * @relayHash fa63a45b3e092731e1053209dd38e521
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 7ce8562f83a826f70b229add66a09f14ff23f25e38e8a130e9c05ab8340b4163

import { ConcreteRequest } from 'relay-runtime';
export type SupportPageQuery$variables = Record<PropertyKey, never>;
export type SupportPageQuery$data = {
  readonly viewer: {
    readonly canManageOffers: boolean;
    readonly canReadDelegatedAdmins: boolean;
  } | null | undefined;
};
export type SupportPageQuery = {
  response: SupportPageQuery$data;
  variables: SupportPageQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "Viewer",
    "kind": "LinkedField",
    "name": "viewer",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "canReadDelegatedAdmins",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "canManageOffers",
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
    "name": "SupportPageQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "SupportPageQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "id": "7ce8562f83a826f70b229add66a09f14ff23f25e38e8a130e9c05ab8340b4163",
    "metadata": {},
    "name": "SupportPageQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "4fbcffc3667aa57218dd059682086954";

export default node;
