/**
 * @generated SignedSource<<616c2ca699201d34749f79dd3e05aa30>>
 * @relayHash 972d29694d87ed1482fb9ae6bf8df454
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 72b632359cbdd329907b26c1088ed843d55da4c613a4171ee29d96b387bb19d6

import { ConcreteRequest } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type SubscriptionOfferKind = "PURCHASE" | "TRIAL" | "%future added value";
export type UserErrorCode = "ALREADY_ANSWERED" | "CONFLICT" | "EXPIRED" | "FORBIDDEN" | "INVALID" | "JUSTIFICATION_REQUIRED" | "LAST_GLOBAL_ADMINISTRATOR" | "NOT_FOUND" | "RATE_LIMITED" | "TERMS_CHANGED" | "WRONG_CREDENTIALS" | "%future added value";
export type CreateOfferInput = {
  assignments?: ReadonlyArray<OfferAssignmentInput> | null | undefined;
  customerEmail: string;
  durationDays: number;
  message?: string | null | undefined;
  roles: ReadonlyArray<Role>;
  subscription?: SubscriptionOfferInput | null | undefined;
};
export type SubscriptionOfferInput = {
  kind: SubscriptionOfferKind;
  productId: string;
  seats: number;
  termMonths: number;
};
export type OfferAssignmentInput = {
  groupId: string;
  roles: ReadonlyArray<Role>;
};
export type useCreateOfferMutation$variables = {
  input: CreateOfferInput;
};
export type useCreateOfferMutation$data = {
  readonly createOffer: {
    readonly offer: {
      readonly customerEmail: string;
      readonly id: string;
    } | null | undefined;
    readonly userErrors: ReadonlyArray<{
      readonly code: UserErrorCode;
      readonly field: ReadonlyArray<string> | null | undefined;
      readonly message: string;
    }>;
  };
};
export type useCreateOfferMutation = {
  response: useCreateOfferMutation$data;
  variables: useCreateOfferMutation$variables;
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
    "concreteType": "CreateOfferPayload",
    "kind": "LinkedField",
    "name": "createOffer",
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
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "customerEmail",
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
    "name": "useCreateOfferMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useCreateOfferMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "id": "72b632359cbdd329907b26c1088ed843d55da4c613a4171ee29d96b387bb19d6",
    "metadata": {},
    "name": "useCreateOfferMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "d4ee1c52a663b617af4a6c0ed0c086f3";

export default node;
