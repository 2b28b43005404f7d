/**
 * @generated SignedSource<<9cf040776bab3451e3775925574eaf91>>
 * @relayHash 445dbefae94f32c296609e841f19a49a
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 5198c0d97868ed077de68f2f4bb1d95ccf9d5557fac8eb80cb69195de2ee9512

import { ConcreteRequest } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type DelegatedHoldersQuery$variables = Record<PropertyKey, never>;
export type DelegatedHoldersQuery$data = {
  readonly delegatedAdmins: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly assignments: ReadonlyArray<{
          readonly groupName: string;
          readonly id: string;
          readonly memberCount: number;
          readonly roles: ReadonlyArray<Role>;
        }>;
        readonly expiresAt: string;
        readonly id: string;
        readonly partner: {
          readonly id: string;
          readonly name: string;
        };
        readonly roles: ReadonlyArray<Role>;
      };
    }>;
    readonly totalCount: number;
  };
};
export type DelegatedHoldersQuery = {
  response: DelegatedHoldersQuery$data;
  variables: DelegatedHoldersQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "roles",
  "storageKey": null
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Literal",
        "name": "first",
        "value": 100
      }
    ],
    "concreteType": "DelegationConnection",
    "kind": "LinkedField",
    "name": "delegatedAdmins",
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
              (v0/*:: as any*/),
              (v1/*:: as any*/),
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
                "concreteType": "Partner",
                "kind": "LinkedField",
                "name": "partner",
                "plural": false,
                "selections": [
                  (v0/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "name",
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
                  (v0/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "groupName",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "memberCount",
                    "storageKey": null
                  },
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
    "storageKey": "delegatedAdmins(first:100)"
  }
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "DelegatedHoldersQuery",
    "selections": (v2/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "DelegatedHoldersQuery",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "id": "5198c0d97868ed077de68f2f4bb1d95ccf9d5557fac8eb80cb69195de2ee9512",
    "metadata": {},
    "name": "DelegatedHoldersQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "e47fd9cf1704406ce37d472142b63bc9";

export default node;
