/**
 * @generated SignedSource<<eb65485bf6d852e7e95d2b8da3403d60>>
 * @relayHash 6f8050f12c4803d7688f3b432c132e88
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID b898a88771480a6561760297f450683088fb30c1312b8f859e5109e716f4de91

import { ConcreteRequest } from 'relay-runtime';
export type DelegationStatus = "ACTIVE" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "%future added value";
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type DelegationFilter = {
  search?: string | null | undefined;
  statuses?: ReadonlyArray<DelegationStatus> | null | undefined;
};
export type GiveAccessQuery$variables = {
  filter: DelegationFilter;
};
export type GiveAccessQuery$data = {
  readonly viewer: {
    readonly customers: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly assignments: ReadonlyArray<{
            readonly group: {
              readonly id: string;
            } | null | undefined;
            readonly id: string;
            readonly roles: ReadonlyArray<Role>;
          }>;
          readonly customer: {
            readonly displayName: string;
            readonly id: string;
          };
          readonly id: string;
          readonly roles: ReadonlyArray<Role>;
          readonly viewerCanAssign: boolean;
        };
      }>;
      readonly totalCount: number;
    };
  } | null | undefined;
};
export type GiveAccessQuery = {
  response: GiveAccessQuery$data;
  variables: GiveAccessQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "filter"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "roles",
  "storageKey": null
},
v3 = [
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
            "kind": "Variable",
            "name": "filter",
            "variableName": "filter"
          },
          {
            "kind": "Literal",
            "name": "first",
            "value": 10
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
            "kind": "ScalarField",
            "name": "totalCount",
            "storageKey": null
          },
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
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "viewerCanAssign",
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
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "AccessAssignment",
                    "kind": "LinkedField",
                    "name": "assignments",
                    "plural": true,
                    "selections": [
                      (v1/*:: as any*/),
                      (v2/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Group",
                        "kind": "LinkedField",
                        "name": "group",
                        "plural": false,
                        "selections": [
                          (v1/*:: as any*/)
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
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "GiveAccessQuery",
    "selections": (v3/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "GiveAccessQuery",
    "selections": (v3/*:: as any*/)
  },
  "params": {
    "id": "b898a88771480a6561760297f450683088fb30c1312b8f859e5109e716f4de91",
    "metadata": {},
    "name": "GiveAccessQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "5e5a6f0d942352577e1e7c8f6c1a5c6e";

export default node;
