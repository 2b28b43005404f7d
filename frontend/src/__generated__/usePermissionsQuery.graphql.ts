/**
 * @generated SignedSource<<a66697e31794fe80543eb1fa2c903494>>
 * @relayHash b4a439257b1596239d3140c0acfe1c23
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 75ea3766e1feefe3f6d0f7a03f9792ebc3737a3abd97d8d3325b14153beb9844

import { ConcreteRequest } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type usePermissionsQuery$variables = Record<PropertyKey, never>;
export type usePermissionsQuery$data = {
  readonly permissions: ReadonlyArray<{
    readonly delegable: boolean;
    readonly description: string;
    readonly name: string;
    readonly roles: ReadonlyArray<Role>;
  }>;
};
export type usePermissionsQuery = {
  response: usePermissionsQuery$data;
  variables: usePermissionsQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "Permission",
    "kind": "LinkedField",
    "name": "permissions",
    "plural": true,
    "selections": [
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
        "name": "description",
        "storageKey": null
      },
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
        "kind": "ScalarField",
        "name": "delegable",
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
    "name": "usePermissionsQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "usePermissionsQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "id": "75ea3766e1feefe3f6d0f7a03f9792ebc3737a3abd97d8d3325b14153beb9844",
    "metadata": {},
    "name": "usePermissionsQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "b81024e262a1f31e2dca96686026d207";

export default node;
