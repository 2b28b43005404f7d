/**
 * @generated SignedSource<<f43fdc4ed05383960bdf9412c78e36bb>>
 * @relayHash 3cdd22166e35aa1d9c33ef0d94abba37
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID ec2db5d0c120ffae77318968d3eff14ec06330bf261e3fdd2d039f6d82efdbee

import { ConcreteRequest } from 'relay-runtime';
export type MailDeliveryStatus = "DELIVERED" | "FAILED" | "NOT_DELIVERED_YET" | "%future added value";
export type OfferStatus = "ACCEPTED" | "DECLINED" | "EXPIRED" | "PENDING" | "WITHDRAWN" | "%future added value";
export type useDeliveryWatchQuery$variables = {
  ids: ReadonlyArray<string>;
};
export type useDeliveryWatchQuery$data = {
  readonly nodes: ReadonlyArray<{
    readonly delivery?: {
      readonly attempts: number;
      readonly deliveredAt: string | null | undefined;
      readonly lastError: string | null | undefined;
      readonly status: MailDeliveryStatus;
    } | null | undefined;
    readonly id: string;
    readonly status?: OfferStatus;
  } | null | undefined>;
};
export type useDeliveryWatchQuery = {
  response: useDeliveryWatchQuery$data;
  variables: useDeliveryWatchQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "ids"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "ids",
    "variableName": "ids"
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
  "kind": "ScalarField",
  "name": "status",
  "storageKey": null
},
v4 = {
  "kind": "InlineFragment",
  "selections": [
    (v3/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "MailDelivery",
      "kind": "LinkedField",
      "name": "delivery",
      "plural": false,
      "selections": [
        (v3/*:: as any*/),
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
          "name": "deliveredAt",
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
  "type": "Offer",
  "abstractKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useDeliveryWatchQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "nodes",
        "plural": true,
        "selections": [
          (v2/*:: as any*/),
          (v4/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useDeliveryWatchQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "nodes",
        "plural": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "__typename",
            "storageKey": null
          },
          (v2/*:: as any*/),
          (v4/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "id": "ec2db5d0c120ffae77318968d3eff14ec06330bf261e3fdd2d039f6d82efdbee",
    "metadata": {},
    "name": "useDeliveryWatchQuery",
    "operationKind": "query",
    "text": null
  }
};
})();

(node as any).hash = "e8a65d7f48b36dae0ffccedeaae0c433";

export default node;
