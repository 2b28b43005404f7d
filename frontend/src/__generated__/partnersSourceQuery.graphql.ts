/**
 * @generated SignedSource<<46f4de464b766560eb1afe6b2e99e84d>>
 * @relayHash 1fe9ad41d0fa7dbf7fbd6d5cb7ed0967
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID fe62519f860145f8fe9354709dd17328fb4b35662aec757e036f5e4196500aa5

import { ConcreteRequest } from 'relay-runtime';
export type partnersSourceQuery$variables = {
  text: string;
};
export type partnersSourceQuery$data = {
  readonly partners: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly country: string | null | undefined;
        readonly id: string;
        readonly name: string;
      };
    }>;
  };
};
export type partnersSourceQuery = {
  response: partnersSourceQuery$data;
  variables: partnersSourceQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "text"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Literal",
        "name": "first",
        "value": 5
      },
      {
        "kind": "Variable",
        "name": "search",
        "variableName": "text"
      }
    ],
    "concreteType": "PartnerConnection",
    "kind": "LinkedField",
    "name": "partners",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "PartnerEdge",
        "kind": "LinkedField",
        "name": "edges",
        "plural": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Partner",
            "kind": "LinkedField",
            "name": "node",
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
                "name": "name",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "country",
                "storageKey": null
              }
            ],
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
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "partnersSourceQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "partnersSourceQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "id": "fe62519f860145f8fe9354709dd17328fb4b35662aec757e036f5e4196500aa5",
    "metadata": {},
    "name": "partnersSourceQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "c543d5e3b010e41a4ffff558c556b29f";

export default node;
