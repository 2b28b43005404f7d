/**
 * @generated SignedSource<<6cce7e3ba48e703ca7f4c93886e2f0c9>>
 * @relayHash c34a8789461b1e400cdca6c1e9bb58e2
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 33abc3c5ffa841e93874852b0e82c122ab067e3e880cdc0393a546bb73c7f4fa

import { ConcreteRequest } from 'relay-runtime';
export type UserErrorCode = "ALREADY_ANSWERED" | "CONFLICT" | "EXPIRED" | "FORBIDDEN" | "INVALID" | "JUSTIFICATION_REQUIRED" | "LAST_GLOBAL_ADMINISTRATOR" | "NOT_FOUND" | "RATE_LIMITED" | "TERMS_CHANGED" | "WRONG_CREDENTIALS" | "%future added value";
export type CreatePasswordCodeInput = {
  userId: string;
};
export type useCreatePasswordCodeMutation$variables = {
  input: CreatePasswordCodeInput;
};
export type useCreatePasswordCodeMutation$data = {
  readonly createPasswordCode: {
    readonly code: string | null | undefined;
    readonly expiresAt: string | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null | undefined;
      readonly message: string;
    }>;
  };
};
export type useCreatePasswordCodeMutation = {
  response: useCreatePasswordCodeMutation$data;
  variables: useCreatePasswordCodeMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "code",
  "storageKey": null
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "CreatePasswordCodePayload",
    "kind": "LinkedField",
    "name": "createPasswordCode",
    "plural": false,
    "selections": [
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
        "concreteType": "UserError",
        "kind": "LinkedField",
        "name": "userErrors",
        "plural": true,
        "selections": [
          (v1/*:: as any*/),
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
    "name": "useCreatePasswordCodeMutation",
    "selections": (v2/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useCreatePasswordCodeMutation",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "id": "33abc3c5ffa841e93874852b0e82c122ab067e3e880cdc0393a546bb73c7f4fa",
    "metadata": {},
    "name": "useCreatePasswordCodeMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "d2fa23335052453de2955516a734ae48";

export default node;
