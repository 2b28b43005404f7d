/**
 * @generated SignedSource<<0532387d5b0ae1eb21003220e83521fd>>
 * @relayHash f504aea0169bbd071ff4d0a4f09223a7
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID fff051e836d2f253df84738641fff9826df4211a1e4865a2fc2421a02902a215

import { ConcreteRequest } from 'relay-runtime';
export type UserErrorCode = "ALREADY_ANSWERED" | "CONFLICT" | "EXPIRED" | "FORBIDDEN" | "INVALID" | "JUSTIFICATION_REQUIRED" | "LAST_GLOBAL_ADMINISTRATOR" | "NOT_FOUND" | "RATE_LIMITED" | "TERMS_CHANGED" | "WRONG_CREDENTIALS" | "%future added value";
export type RedeemSignInLinkInput = {
  newPassword: string;
  token: string;
};
export type useRedeemSignInLinkMutation$variables = {
  input: RedeemSignInLinkInput;
};
export type useRedeemSignInLinkMutation$data = {
  readonly redeemSignInLink: {
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null | undefined;
      readonly message: string;
    }>;
    readonly viewer: {
      readonly user: {
        readonly id: string;
      };
    } | null | undefined;
  };
};
export type useRedeemSignInLinkMutation = {
  response: useRedeemSignInLinkMutation$data;
  variables: useRedeemSignInLinkMutation$variables;
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
    "concreteType": "SignInPayload",
    "kind": "LinkedField",
    "name": "redeemSignInLink",
    "plural": false,
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
            "concreteType": "User",
            "kind": "LinkedField",
            "name": "user",
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
    "name": "useRedeemSignInLinkMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useRedeemSignInLinkMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "id": "fff051e836d2f253df84738641fff9826df4211a1e4865a2fc2421a02902a215",
    "metadata": {},
    "name": "useRedeemSignInLinkMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "2bc62163489f621120838fee801ba2ff";

export default node;
