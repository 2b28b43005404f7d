/**
 * @generated SignedSource<<8fe241c8bb517a7afec82f91b46d3ba2>>
 * @relayHash 99e6e02e47f4c942ea716b9f82555672
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 9dae06049d5aac3d4e8258a6eb737467cb138661fee66463f21c7fa87828194f

import { ConcreteRequest } from 'relay-runtime';
export type AssignToGroupQuery$variables = Record<PropertyKey, never>;
export type AssignToGroupQuery$data = {
  readonly viewer: {
    readonly groups: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly id: string;
          readonly name: string;
        };
      }>;
    };
  } | null | undefined;
};
export type AssignToGroupQuery = {
  response: AssignToGroupQuery$data;
  variables: AssignToGroupQuery$variables;
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
        "args": [
          {
            "kind": "Literal",
            "name": "first",
            "value": 100
          }
        ],
        "concreteType": "GroupConnection",
        "kind": "LinkedField",
        "name": "groups",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "GroupEdge",
            "kind": "LinkedField",
            "name": "edges",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Group",
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
                  }
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": "groups(first:100)"
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
    "name": "AssignToGroupQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "AssignToGroupQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "id": "9dae06049d5aac3d4e8258a6eb737467cb138661fee66463f21c7fa87828194f",
    "metadata": {},
    "name": "AssignToGroupQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "fb8697927875cf1b279d795d49f4afd2";

export default node;
