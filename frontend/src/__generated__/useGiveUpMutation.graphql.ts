/**
 * @generated SignedSource<<cc446ec36df0235c79eee02520e64f57>>
 * @relayHash f316c51e6ece84fbcf6a330ef4960e18
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 55aaf2c525497a1c735f85c966cd8726cedbbfe67a57a88b6a50ab13d103bf98

import { ConcreteRequest } from 'relay-runtime';
export type UserErrorCode = "ALREADY_ANSWERED" | "CONFLICT" | "EXPIRED" | "FORBIDDEN" | "INVALID" | "JUSTIFICATION_REQUIRED" | "LAST_GLOBAL_ADMINISTRATOR" | "NOT_FOUND" | "RATE_LIMITED" | "TERMS_CHANGED" | "WRONG_CREDENTIALS" | "%future added value";
export type DeleteDelegationInput = {
  id: string;
  reason?: string | null | undefined;
  version?: number | null | undefined;
};
export type useGiveUpMutation$variables = {
  input: DeleteDelegationInput;
};
export type useGiveUpMutation$data = {
  readonly deleteDelegation: {
    readonly deletedDelegationId: string | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null | undefined;
      readonly message: string;
    }>;
  };
};
export type useGiveUpMutation = {
  response: useGiveUpMutation$data;
  variables: useGiveUpMutation$variables;
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
    "concreteType": "DeleteDelegationPayload",
    "kind": "LinkedField",
    "name": "deleteDelegation",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "deletedDelegationId",
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
    "name": "useGiveUpMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useGiveUpMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "id": "55aaf2c525497a1c735f85c966cd8726cedbbfe67a57a88b6a50ab13d103bf98",
    "metadata": {},
    "name": "useGiveUpMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "5e3857214066844e765bef2f2190c41a";

export default node;
