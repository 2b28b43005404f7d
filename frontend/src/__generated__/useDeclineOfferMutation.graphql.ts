/**
 * @generated SignedSource<<4994f595f1e61a23f42c58e56774e6b7>>
 * @relayHash 6801c23f8dec865eddc96a66a8928c12
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID dd28a2fce7d6576960bc56a43ddc423b8d4ee22dd45faaa6b64d8ebf5412fcb2

import { ConcreteRequest } from 'relay-runtime';
export type UserErrorCode = "ALREADY_ANSWERED" | "CONFLICT" | "EXPIRED" | "FORBIDDEN" | "INVALID" | "JUSTIFICATION_REQUIRED" | "LAST_GLOBAL_ADMINISTRATOR" | "NOT_FOUND" | "RATE_LIMITED" | "TERMS_CHANGED" | "WRONG_CREDENTIALS" | "%future added value";
export type DeclineOfferInput = {
  reason?: string | null | undefined;
  token: string;
};
export type useDeclineOfferMutation$variables = {
  input: DeclineOfferInput;
};
export type useDeclineOfferMutation$data = {
  readonly declineOffer: {
    readonly offer: {
      readonly id: string;
    } | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null | undefined;
      readonly message: string;
    }>;
  };
};
export type useDeclineOfferMutation = {
  response: useDeclineOfferMutation$data;
  variables: useDeclineOfferMutation$variables;
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
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "DeclineOfferPayload",
    "kind": "LinkedField",
    "name": "declineOffer",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Offer",
        "kind": "LinkedField",
        "name": "offer",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          }
        ],
        "storageKey": null
      },
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
            "name": "code",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "message",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "field",
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
    "name": "useDeclineOfferMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useDeclineOfferMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "id": "dd28a2fce7d6576960bc56a43ddc423b8d4ee22dd45faaa6b64d8ebf5412fcb2",
    "metadata": {},
    "name": "useDeclineOfferMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "f829d94a1a90d0711814de0b3bbbf145";

export default node;
