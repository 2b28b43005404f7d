/**
 * @generated SignedSource<<33b6458a73e0b47b1cde2d7b3a71b104>>
 * @relayHash 2bc02173a8332d46412ef8ed01ff7df5
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID fd39200395c76c868b362d432fdbae6401e3178e0a7def8654ee9613c41e0497

import { ConcreteRequest } from 'relay-runtime';
export type MailDeliveryStatus = "DELIVERED" | "FAILED" | "NOT_DELIVERED_YET" | "%future added value";
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type AttentionQuery$variables = {
  admins: boolean;
  audit: boolean;
  offers: boolean;
  partner: boolean;
  since: string;
};
export type AttentionQuery$data = {
  readonly delegatedAdmins?: {
    readonly edges: ReadonlyArray<{
      readonly node: {
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
  readonly viewer: {
    readonly customers?: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly customer: {
            readonly displayName: string;
            readonly id: string;
          };
          readonly expiresAt: string;
          readonly id: string;
        };
      }>;
      readonly totalCount: number;
    };
    readonly inquiries?: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly createdAt: string;
          readonly customerName: string;
        };
      }>;
      readonly totalCount: number;
    };
    readonly offers?: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly customerEmail: string;
          readonly delivery: {
            readonly attempts: number;
            readonly lastError: string | null | undefined;
            readonly status: MailDeliveryStatus;
          } | null | undefined;
          readonly expiresAt: string;
          readonly id: string;
        };
      }>;
      readonly totalCount: number;
    };
    readonly organization: {
      readonly auditEvents?: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly actor: {
              readonly displayName: string;
              readonly organizationName: string | null | undefined;
            };
            readonly at: string;
            readonly id: string;
          };
        }>;
        readonly totalCount: number;
      };
      readonly id: string;
    };
    readonly pendingOffers: ReadonlyArray<{
      readonly createdAt: string;
      readonly expiresAt: string;
      readonly id: string;
      readonly partner: {
        readonly domain: string | null | undefined;
        readonly id: string;
        readonly name: string;
      };
      readonly requestedRoles: ReadonlyArray<Role>;
    }>;
  } | null | undefined;
};
export type AttentionQuery = {
  response: AttentionQuery$data;
  variables: AttentionQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "admins"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "audit"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "offers"
},
v3 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "partner"
},
v4 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "since"
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "createdAt",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "expiresAt",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "concreteType": "Offer",
  "kind": "LinkedField",
  "name": "pendingOffers",
  "plural": true,
  "selections": [
    (v5/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "Partner",
      "kind": "LinkedField",
      "name": "partner",
      "plural": false,
      "selections": [
        (v5/*:: as any*/),
        (v6/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "domain",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "requestedRoles",
      "storageKey": null
    },
    (v7/*:: as any*/),
    (v8/*:: as any*/)
  ],
  "storageKey": null
},
v10 = {
  "kind": "Literal",
  "name": "first",
  "value": 1
},
v11 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "totalCount",
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "displayName",
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "concreteType": "Organization",
  "kind": "LinkedField",
  "name": "organization",
  "plural": false,
  "selections": [
    (v5/*:: as any*/),
    {
      "condition": "audit",
      "kind": "Condition",
      "passingValue": true,
      "selections": [
        {
          "alias": null,
          "args": [
            {
              "fields": [
                {
                  "kind": "Literal",
                  "name": "result",
                  "value": "REFUSED"
                },
                {
                  "kind": "Variable",
                  "name": "since",
                  "variableName": "since"
                }
              ],
              "kind": "ObjectValue",
              "name": "filter"
            },
            (v10/*:: as any*/)
          ],
          "concreteType": "AuditEventConnection",
          "kind": "LinkedField",
          "name": "auditEvents",
          "plural": false,
          "selections": [
            (v11/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "concreteType": "AuditEventEdge",
              "kind": "LinkedField",
              "name": "edges",
              "plural": true,
              "selections": [
                {
                  "alias": null,
                  "args": null,
                  "concreteType": "AuditEvent",
                  "kind": "LinkedField",
                  "name": "node",
                  "plural": false,
                  "selections": [
                    (v5/*:: as any*/),
                    {
                      "alias": null,
                      "args": null,
                      "kind": "ScalarField",
                      "name": "at",
                      "storageKey": null
                    },
                    {
                      "alias": null,
                      "args": null,
                      "concreteType": "Actor",
                      "kind": "LinkedField",
                      "name": "actor",
                      "plural": false,
                      "selections": [
                        (v12/*:: as any*/),
                        {
                          "alias": null,
                          "args": null,
                          "kind": "ScalarField",
                          "name": "organizationName",
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
      ]
    }
  ],
  "storageKey": null
},
v14 = [
  {
    "kind": "Literal",
    "name": "first",
    "value": 20
  },
  {
    "kind": "Literal",
    "name": "orderBy",
    "value": {
      "direction": "ASC",
      "field": "EXPIRES_AT"
    }
  }
],
v15 = {
  "condition": "partner",
  "kind": "Condition",
  "passingValue": true,
  "selections": [
    {
      "alias": null,
      "args": (v14/*:: as any*/),
      "concreteType": "DelegationConnection",
      "kind": "LinkedField",
      "name": "customers",
      "plural": false,
      "selections": [
        (v11/*:: as any*/),
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
                (v5/*:: as any*/),
                (v8/*:: as any*/),
                {
                  "alias": null,
                  "args": null,
                  "concreteType": "Organization",
                  "kind": "LinkedField",
                  "name": "customer",
                  "plural": false,
                  "selections": [
                    (v5/*:: as any*/),
                    (v12/*:: as any*/)
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
      "storageKey": "customers(first:20,orderBy:{\"direction\":\"ASC\",\"field\":\"EXPIRES_AT\"})"
    }
  ]
},
v16 = [
  (v10/*:: as any*/)
],
v17 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "customerName",
  "storageKey": null
},
v18 = {
  "alias": null,
  "args": [
    {
      "kind": "Literal",
      "name": "first",
      "value": 50
    },
    {
      "kind": "Literal",
      "name": "statuses",
      "value": [
        "PENDING"
      ]
    }
  ],
  "concreteType": "OfferConnection",
  "kind": "LinkedField",
  "name": "offers",
  "plural": false,
  "selections": [
    (v11/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "OfferEdge",
      "kind": "LinkedField",
      "name": "edges",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "Offer",
          "kind": "LinkedField",
          "name": "node",
          "plural": false,
          "selections": [
            (v5/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "customerEmail",
              "storageKey": null
            },
            (v8/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "concreteType": "MailDelivery",
              "kind": "LinkedField",
              "name": "delivery",
              "plural": false,
              "selections": [
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "status",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "attempts",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "lastError",
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
  "storageKey": "offers(first:50,statuses:[\"PENDING\"])"
},
v19 = {
  "condition": "admins",
  "kind": "Condition",
  "passingValue": true,
  "selections": [
    {
      "alias": null,
      "args": (v14/*:: as any*/),
      "concreteType": "DelegationConnection",
      "kind": "LinkedField",
      "name": "delegatedAdmins",
      "plural": false,
      "selections": [
        (v11/*:: as any*/),
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
                (v5/*:: as any*/),
                (v8/*:: as any*/),
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
                  "concreteType": "Partner",
                  "kind": "LinkedField",
                  "name": "partner",
                  "plural": false,
                  "selections": [
                    (v5/*:: as any*/),
                    (v6/*:: as any*/)
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
      "storageKey": "delegatedAdmins(first:20,orderBy:{\"direction\":\"ASC\",\"field\":\"EXPIRES_AT\"})"
    }
  ]
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v3/*:: as any*/),
      (v4/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "AttentionQuery",
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Viewer",
        "kind": "LinkedField",
        "name": "viewer",
        "plural": false,
        "selections": [
          (v9/*:: as any*/),
          (v13/*:: as any*/),
          (v15/*:: as any*/),
          {
            "condition": "offers",
            "kind": "Condition",
            "passingValue": true,
            "selections": [
              {
                "alias": null,
                "args": (v16/*:: as any*/),
                "concreteType": "InquiryConnection",
                "kind": "LinkedField",
                "name": "inquiries",
                "plural": false,
                "selections": [
                  (v11/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "InquiryEdge",
                    "kind": "LinkedField",
                    "name": "edges",
                    "plural": true,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Inquiry",
                        "kind": "LinkedField",
                        "name": "node",
                        "plural": false,
                        "selections": [
                          (v17/*:: as any*/),
                          (v7/*:: as any*/)
                        ],
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  }
                ],
                "storageKey": "inquiries(first:1)"
              },
              (v18/*:: as any*/)
            ]
          }
        ],
        "storageKey": null
      },
      (v19/*:: as any*/)
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v3/*:: as any*/),
      (v2/*:: as any*/),
      (v4/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "AttentionQuery",
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Viewer",
        "kind": "LinkedField",
        "name": "viewer",
        "plural": false,
        "selections": [
          (v9/*:: as any*/),
          (v13/*:: as any*/),
          (v15/*:: as any*/),
          {
            "condition": "offers",
            "kind": "Condition",
            "passingValue": true,
            "selections": [
              {
                "alias": null,
                "args": (v16/*:: as any*/),
                "concreteType": "InquiryConnection",
                "kind": "LinkedField",
                "name": "inquiries",
                "plural": false,
                "selections": [
                  (v11/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "InquiryEdge",
                    "kind": "LinkedField",
                    "name": "edges",
                    "plural": true,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Inquiry",
                        "kind": "LinkedField",
                        "name": "node",
                        "plural": false,
                        "selections": [
                          (v17/*:: as any*/),
                          (v7/*:: as any*/),
                          (v5/*:: as any*/)
                        ],
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  }
                ],
                "storageKey": "inquiries(first:1)"
              },
              (v18/*:: as any*/)
            ]
          }
        ],
        "storageKey": null
      },
      (v19/*:: as any*/)
    ]
  },
  "params": {
    "id": "fd39200395c76c868b362d432fdbae6401e3178e0a7def8654ee9613c41e0497",
    "metadata": {},
    "name": "AttentionQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "3c7891f0af7b15b94aaf2721b45e639d";

export default node;
