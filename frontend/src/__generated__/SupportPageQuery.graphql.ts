/**
 * @generated SignedSource<<828b502f4cd91b18ef10ee51b16bacd3>>
 * @relayHash 9da83f60a63bbd21e213e150c6babcd7
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 06f2cfbfaa9ecca19f03148953428615657e4a2af372d7ba8b5efb98f22fda64

import { ConcreteRequest } from 'relay-runtime';
export type SupportPageQuery$variables = Record<PropertyKey, never>;
export type SupportPageQuery$data = {
  readonly viewer: {
    readonly canManageOffers: boolean;
    readonly canReadDelegatedAdmins: boolean;
    readonly partner: {
      readonly id: string;
    } | null | undefined;
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
            "name": "id",
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
    "id": "06f2cfbfaa9ecca19f03148953428615657e4a2af372d7ba8b5efb98f22fda64",
    "metadata": {},
    "name": "SupportPageQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "66da858eff182a6e6fea2bf2ebaed69c";

export default node;
