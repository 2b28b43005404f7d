/**
 * @generated SignedSource<<bb0e958867d7f1da447605b9d48b6c56>>
 * @relayHash 64dac836461d80df87047d28dc252587
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 327e0be86451910170a4f7044f950ad534a35b792ec25c81e96479f8c3468005

import { ConcreteRequest } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type customersSourceQuery$variables = {
  text: string;
};
export type customersSourceQuery$data = {
  readonly viewer: {
    readonly customers: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly customer: {
            readonly displayName: string;
            readonly id: string;
          };
          readonly id: string;
          readonly roles: ReadonlyArray<Role>;
        };
      }>;
    };
  } | null | undefined;
};
export type customersSourceQuery = {
  response: customersSourceQuery$data;
  variables: customersSourceQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "text"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = [
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
            "fields": [
              {
                "kind": "Variable",
                "name": "search",
                "variableName": "text"
              }
            ],
            "kind": "ObjectValue",
            "name": "filter"
          },
          {
            "kind": "Literal",
            "name": "first",
            "value": 5
          }
        ],
        "concreteType": "DelegationConnection",
        "kind": "LinkedField",
        "name": "customers",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "DelegationEdge",
            "kind": "LinkedField",
            "name": "edges",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Delegation",
                "kind": "LinkedField",
                "name": "node",
                "plural": false,
                "selections": [
                  (v1/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "roles",
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
                      (v1/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "displayName",
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
    "name": "customersSourceQuery",
    "selections": (v2/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "customersSourceQuery",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "id": "327e0be86451910170a4f7044f950ad534a35b792ec25c81e96479f8c3468005",
    "metadata": {},
    "name": "customersSourceQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "7b368b3024039bb05d3528d5537587e1";

export default node;
