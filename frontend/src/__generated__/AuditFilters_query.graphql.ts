/**
 * @generated SignedSource<<d12e9dd589fceab5311413b50c268a71>>
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
  readonly " $fragmentType": "AuditFilters_query";
};
export type AuditFilters_query$key = {
  readonly " $data"?: AuditFilters_query$data;
  readonly " $fragmentSpreads": FragmentRefs<"AuditFilters_query">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "AuditFilters_query",
  "selections": [
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

(node as any).hash = "45f062eb032f3ce7dc83504ceb038113";

export default node;
