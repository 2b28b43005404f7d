/**
 * @generated SignedSource<<62cc943adb341caadc8f5c04b3c4e6f4>>
 * @relayHash 1b75b0935b288140e8c24a16a5c7fdd6
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 651a4394c60b34d50f9a5643ca660ea3b7d1623bebb79aeb8ad9a00ad85a131b

import { ConcreteRequest } from 'relay-runtime';
export type environmentTestQuery$variables = Record<PropertyKey, never>;
export type environmentTestQuery$data = {
  readonly installation: {
    readonly demo: boolean;
  };
};
export type environmentTestQuery = {
  response: environmentTestQuery$data;
  variables: environmentTestQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "Installation",
    "kind": "LinkedField",
    "name": "installation",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "demo",
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
    "name": "environmentTestQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "environmentTestQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "id": "651a4394c60b34d50f9a5643ca660ea3b7d1623bebb79aeb8ad9a00ad85a131b",
    "metadata": {},
    "name": "environmentTestQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "2320f4aa21de7e4a4ce6fc271e8ee147";

export default node;
