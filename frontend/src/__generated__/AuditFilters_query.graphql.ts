/**
 * @generated SignedSource<<d04d51301857d94622b4a573e0ce0ff2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type DelegationStatus = "ACTIVE" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type AuditFilters_query$data = {
  readonly delegatedAdmins: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly activatedAt: string;
        readonly id: string;
        readonly partner: {
          readonly name: string;
        };
        readonly status: DelegationStatus;
      };
    }>;
  };
  readonly viewer?: {
    readonly organization: {
      readonly lastOfPerson: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly actor: {
              readonly displayName: string;
            };
          };
        }>;
      };
    };
  } | null | undefined;
  readonly " $fragmentType": "AuditFilters_query";
};
export type AuditFilters_query$key = {
  readonly " $data"?: AuditFilters_query$data;
  readonly " $fragmentSpreads": FragmentRefs<"AuditFilters_query">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "onePerson"
    },
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "person"
    }
  ],
  "kind": "Fragment",
  "metadata": null,
  "name": "AuditFilters_query",
  "selections": [
    {
      "condition": "onePerson",
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
            {
              "alias": null,
              "args": null,
              "concreteType": "Organization",
              "kind": "LinkedField",
              "name": "organization",
              "plural": false,
              "selections": [
                {
                  "alias": "lastOfPerson",
                  "args": [
                    {
                      "fields": [
                        {
                          "kind": "Variable",
                          "name": "actorId",
                          "variableName": "person"
                        }
                      ],
                      "kind": "ObjectValue",
                      "name": "filter"
                    },
                    {
                      "kind": "Literal",
                      "name": "first",
                      "value": 1
                    }
                  ],
                  "concreteType": "AuditEventConnection",
                  "kind": "LinkedField",
                  "name": "auditEvents",
                  "plural": false,
                  "selections": [
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
                            {
                              "alias": null,
                              "args": null,
                              "concreteType": "Actor",
                              "kind": "LinkedField",
                              "name": "actor",
                              "plural": false,
                              "selections": [
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
          ],
          "storageKey": null
        }
      ]
    },
    {
      "alias": null,
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "statuses": [
              "ACTIVE",
              "SUSPENDED",
              "EXPIRED",
              "TERMINATED"
            ]
          }
        },
        {
          "kind": "Literal",
          "name": "first",
          "value": 50
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
                  "name": "status",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "activatedAt",
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
          "storageKey": null
        }
      ],
      "storageKey": "delegatedAdmins(filter:{\"statuses\":[\"ACTIVE\",\"SUSPENDED\",\"EXPIRED\",\"TERMINATED\"]},first:50)"
    }
  ],
  "type": "Query",
  "abstractKey": null
};

(node as any).hash = "dcaed7c58bb17fc5f42f0b2b6896f63f";

export default node;
