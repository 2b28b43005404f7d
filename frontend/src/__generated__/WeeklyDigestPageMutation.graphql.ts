/**
 * @generated SignedSource<<b5364d879480440a25e99ea9388b96b4>>
 * @relayHash 54aaea866374265dea5975afe0b18d55
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID cd3c80818601d1207da3f261227ebdb08ea040f69aa9c8c7cfe9695c2fdb26e0

import { ConcreteRequest } from 'relay-runtime';
export type UserErrorCode = "ALREADY_ANSWERED" | "CONFLICT" | "EXPIRED" | "FORBIDDEN" | "INVALID" | "JUSTIFICATION_REQUIRED" | "LAST_GLOBAL_ADMINISTRATOR" | "NOT_FOUND" | "RATE_LIMITED" | "TERMS_CHANGED" | "WRONG_CREDENTIALS" | "%future added value";
export type StopWeeklyDigestInput = {
  token: string;
};
export type WeeklyDigestPageMutation$variables = {
  input: StopWeeklyDigestInput;
};
export type WeeklyDigestPageMutation$data = {
  readonly stopWeeklyDigest: {
    readonly alreadyOff: boolean;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null | undefined;
      readonly message: string;
    }>;
  };
};
export type WeeklyDigestPageMutation = {
  response: WeeklyDigestPageMutation$data;
  variables: WeeklyDigestPageMutation$variables;
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
    "concreteType": "StopWeeklyDigestPayload",
    "kind": "LinkedField",
    "name": "stopWeeklyDigest",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "alreadyOff",
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
    "name": "WeeklyDigestPageMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "WeeklyDigestPageMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "id": "cd3c80818601d1207da3f261227ebdb08ea040f69aa9c8c7cfe9695c2fdb26e0",
    "metadata": {},
    "name": "WeeklyDigestPageMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "e72f16bd8c16c2ebfd4ec4026f3261f6";

export default node;
