/**
 * @generated SignedSource<<1ac64bc6effa87d540da4f2b81f89791>>
 * @relayHash bbee003efee7261e71f12f00afb8f412
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 054f7a76fa0dc1be1254f66b417c58d4f6034ded9c112d17a46b4f1a6ee6f532

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type GroupMembersInput = {
  groupId: string;
  userIds: ReadonlyArray<string>;
};
export type useRemoveGroupMembersMutation$variables = {
  input: GroupMembersInput;
};
export type useRemoveGroupMembersMutation$data = {
  readonly removeGroupMembers: {
    readonly group: {
      readonly " $fragmentSpreads": FragmentRefs<"GroupRow_group">;
    } | null | undefined;
    readonly results: ReadonlyArray<{
      readonly id: string;
      readonly userErrors: ReadonlyArray<{
        readonly message: string;
      }>;
    }>;
  };
};
export type useRemoveGroupMembersMutation = {
  response: useRemoveGroupMembersMutation$data;
  variables: useRemoveGroupMembersMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "concreteType": "UserResult",
  "kind": "LinkedField",
  "name": "results",
  "plural": true,
  "selections": [
    (v2/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "UserError",
      "kind": "LinkedField",
      "name": "userErrors",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "message",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useRemoveGroupMembersMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "GroupMembersPayload",
        "kind": "LinkedField",
        "name": "removeGroupMembers",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Group",
            "kind": "LinkedField",
            "name": "group",
            "plural": false,
            "selections": [
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "GroupRow_group"
              }
            ],
            "storageKey": null
          },
          (v3/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useRemoveGroupMembersMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "GroupMembersPayload",
        "kind": "LinkedField",
        "name": "removeGroupMembers",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Group",
            "kind": "LinkedField",
            "name": "group",
            "plural": false,
            "selections": [
              (v2/*:: as any*/),
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
                "name": "defaultRoles",
                "storageKey": null
              },
              {
                "alias": null,
                "args": [
                  {
                    "kind": "Literal",
                    "name": "first",
                    "value": 1
                  }
                ],
                "concreteType": "GroupMemberConnection",
                "kind": "LinkedField",
                "name": "members",
                "plural": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "totalCount",
                    "storageKey": null
                  }
                ],
                "storageKey": "members(first:1)"
              }
            ],
            "storageKey": null
          },
          (v3/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "id": "054f7a76fa0dc1be1254f66b417c58d4f6034ded9c112d17a46b4f1a6ee6f532",
    "metadata": {},
    "name": "useRemoveGroupMembersMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "520df711620f0cae1940ae69ce5d361e";

export default node;
