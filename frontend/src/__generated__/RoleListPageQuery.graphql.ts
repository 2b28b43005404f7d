/**
 * @generated SignedSource<<e28e1230bea376c3256c699553b5e6b4>>
 * @relayHash 3f6b6eaf95f2dfefee6ffe2b2f435266
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 6d4f56923554ea34668ec2a130139da59e697b23fdfa3a424b851f9721be2619

import { ConcreteRequest } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type RoleListPageQuery$variables = {
  id: string;
  own: boolean;
};
export type RoleListPageQuery$data = {
  readonly band?: {
    readonly " $fragmentSpreads": FragmentRefs<"OnBehalfBand_query">;
  } | null | undefined;
  readonly node?: {
    readonly __typename: "Organization";
    readonly displayName: string;
    readonly id: string;
    readonly list: {
      readonly " $fragmentSpreads": FragmentRefs<"RoleList_organization">;
    } | null | undefined;
  } | {
    // This will never be '%other', but we need some
    // value in case none of the concrete values match.
    readonly __typename: "%other";
  } | null | undefined;
  readonly viewer?: {
    readonly canReadDelegatedAdmins: boolean;
    readonly organization: {
      readonly id: string;
      readonly " $fragmentSpreads": FragmentRefs<"RoleList_organization">;
    };
  } | null | undefined;
};
export type RoleListPageQuery = {
  response: RoleListPageQuery$data;
  variables: RoleListPageQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "id"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "own"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "canReadDelegatedAdmins",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v3 = {
  "args": null,
  "kind": "FragmentSpread",
  "name": "RoleList_organization"
},
v4 = [
  {
    "kind": "Variable",
    "name": "id",
    "variableName": "id"
  }
],
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "displayName",
  "storageKey": null
},
v7 = {
  "kind": "Literal",
  "name": "first",
  "value": 1
},
v8 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "totalCount",
    "storageKey": null
  }
],
v9 = {
  "alias": "GLOBAL_ADMINISTRATOR",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "GLOBAL_ADMINISTRATOR"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"GLOBAL_ADMINISTRATOR\"},first:1)"
},
v10 = {
  "alias": "GLOBAL_READER",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "GLOBAL_READER"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"GLOBAL_READER\"},first:1)"
},
v11 = {
  "alias": "USER_ADMINISTRATOR",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "USER_ADMINISTRATOR"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"USER_ADMINISTRATOR\"},first:1)"
},
v12 = {
  "alias": "HELPDESK_ADMINISTRATOR",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "HELPDESK_ADMINISTRATOR"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"HELPDESK_ADMINISTRATOR\"},first:1)"
},
v13 = {
  "alias": "LICENSE_ADMINISTRATOR",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "LICENSE_ADMINISTRATOR"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"LICENSE_ADMINISTRATOR\"},first:1)"
},
v14 = {
  "alias": "DOMAIN_NAME_ADMINISTRATOR",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "DOMAIN_NAME_ADMINISTRATOR"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"DOMAIN_NAME_ADMINISTRATOR\"},first:1)"
},
v15 = {
  "alias": "PRIVILEGED_ROLE_ADMINISTRATOR",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "PRIVILEGED_ROLE_ADMINISTRATOR"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"PRIVILEGED_ROLE_ADMINISTRATOR\"},first:1)"
},
v16 = {
  "alias": "DIRECTORY_READER",
  "args": [
    {
      "kind": "Literal",
      "name": "filter",
      "value": {
        "role": "DIRECTORY_READER"
      }
    },
    (v7/*:: as any*/)
  ],
  "concreteType": "UserConnection",
  "kind": "LinkedField",
  "name": "users",
  "plural": false,
  "selections": (v8/*:: as any*/),
  "storageKey": "users(filter:{\"role\":\"DIRECTORY_READER\"},first:1)"
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "RoleListPageQuery",
    "selections": [
      {
        "condition": "own",
        "kind": "Condition",
        "passingValue": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Viewer",
            "kind": "LinkedField",
            "name": "viewer",
            "plural": false,
            "selections": [
              (v1/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Organization",
                "kind": "LinkedField",
                "name": "organization",
                "plural": false,
                "selections": [
                  (v2/*:: as any*/),
                  (v3/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ]
      },
      {
        "condition": "own",
        "kind": "Condition",
        "passingValue": false,
        "selections": [
          {
            "fragment": {
              "kind": "InlineFragment",
              "selections": [
                {
                  "args": (v4/*:: as any*/),
                  "kind": "FragmentSpread",
                  "name": "OnBehalfBand_query"
                }
              ],
              "type": "Query",
              "abstractKey": null
            },
            "kind": "AliasedInlineFragmentSpread",
            "name": "band"
          },
          {
            "alias": null,
            "args": (v4/*:: as any*/),
            "concreteType": null,
            "kind": "LinkedField",
            "name": "node",
            "plural": false,
            "selections": [
              (v5/*:: as any*/),
              {
                "kind": "InlineFragment",
                "selections": [
                  (v2/*:: as any*/),
                  (v6/*:: as any*/),
                  {
                    "fragment": {
                      "kind": "InlineFragment",
                      "selections": [
                        (v3/*:: as any*/)
                      ],
                      "type": "Organization",
                      "abstractKey": null
                    },
                    "kind": "AliasedInlineFragmentSpread",
                    "name": "list"
                  }
                ],
                "type": "Organization",
                "abstractKey": null
              }
            ],
            "storageKey": null
          }
        ]
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "RoleListPageQuery",
    "selections": [
      {
        "condition": "own",
        "kind": "Condition",
        "passingValue": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Viewer",
            "kind": "LinkedField",
            "name": "viewer",
            "plural": false,
            "selections": [
              (v1/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Organization",
                "kind": "LinkedField",
                "name": "organization",
                "plural": false,
                "selections": [
                  (v2/*:: as any*/),
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/),
                  (v12/*:: as any*/),
                  (v13/*:: as any*/),
                  (v14/*:: as any*/),
                  (v15/*:: as any*/),
                  (v16/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ]
      },
      {
        "condition": "own",
        "kind": "Condition",
        "passingValue": false,
        "selections": [
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
                "concreteType": "Partner",
                "kind": "LinkedField",
                "name": "partner",
                "plural": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "name",
                    "storageKey": null
                  },
                  (v2/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": (v4/*:: as any*/),
            "concreteType": null,
            "kind": "LinkedField",
            "name": "node",
            "plural": false,
            "selections": [
              (v5/*:: as any*/),
              (v2/*:: as any*/),
              {
                "kind": "InlineFragment",
                "selections": [
                  (v6/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "justificationRequired",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Delegation",
                    "kind": "LinkedField",
                    "name": "viewerDelegation",
                    "plural": false,
                    "selections": [
                      (v2/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "viewerRoles",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "expiresAt",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/),
                  (v12/*:: as any*/),
                  (v13/*:: as any*/),
                  (v14/*:: as any*/),
                  (v15/*:: as any*/),
                  (v16/*:: as any*/)
                ],
                "type": "Organization",
                "abstractKey": null
              }
            ],
            "storageKey": null
          }
        ]
      }
    ]
  },
  "params": {
    "id": "6d4f56923554ea34668ec2a130139da59e697b23fdfa3a424b851f9721be2619",
    "metadata": {},
    "name": "RoleListPageQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "e0c3cea98b3e019e7e8503fbef3a89b1";

export default node;
