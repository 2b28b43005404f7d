/**
 * @generated SignedSource<<fd48dcb0786f88cae995f6e44c121277>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type SubscriptionOfferKind = "PURCHASE" | "TRIAL" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type Authorization_offer$data = {
  readonly acceptHint: string | null | undefined;
  readonly canCreateOrganization: boolean;
  readonly customer: {
    readonly displayName: string;
  } | null | undefined;
  readonly customerEmail: string;
  readonly durationDays: number;
  readonly expiresAt: string;
  readonly message: string | null | undefined;
  readonly partner: {
    readonly name: string;
    readonly " $fragmentSpreads": FragmentRefs<"OfferReview_partner">;
  };
  readonly replaces: {
    readonly expiresAt: string;
    readonly roles: ReadonlyArray<Role>;
  } | null | undefined;
  readonly requestedRoles: ReadonlyArray<Role>;
  readonly sentBy: string;
  readonly subscription: {
    readonly kind: SubscriptionOfferKind;
    readonly product: {
      readonly " $fragmentSpreads": FragmentRefs<"SubscriptionSummary_product">;
    };
    readonly seats: number;
    readonly termMonths: number;
  } | null | undefined;
  readonly terms: {
    readonly sha256: string;
    readonly " $fragmentSpreads": FragmentRefs<"TermsBox_terms">;
  };
  readonly viewerCanAccept: boolean;
  readonly viewerCanDecline: boolean;
  readonly viewerCanManage: boolean;
  readonly " $fragmentType": "Authorization_offer";
};
export type Authorization_offer$key = {
  readonly " $data"?: Authorization_offer$data;
  readonly " $fragmentSpreads": FragmentRefs<"Authorization_offer">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "expiresAt",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Authorization_offer",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "customerEmail",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Organization",
      "kind": "LinkedField",
      "name": "customer",
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
        },
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "OfferReview_partner"
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
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "durationDays",
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
      "name": "sentBy",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Terms",
      "kind": "LinkedField",
      "name": "terms",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "sha256",
          "storageKey": null
        },
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "TermsBox_terms"
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SubscriptionOffer",
      "kind": "LinkedField",
      "name": "subscription",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "kind",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "seats",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "termMonths",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Product",
          "kind": "LinkedField",
          "name": "product",
          "plural": false,
          "selections": [
            {
              "args": null,
              "kind": "FragmentSpread",
              "name": "SubscriptionSummary_product"
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
      "concreteType": "Delegation",
      "kind": "LinkedField",
      "name": "replaces",
      "plural": false,
      "selections": [
        (v0/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "roles",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanAccept",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanDecline",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanManage",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "canCreateOrganization",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "acceptHint",
      "storageKey": null
    }
  ],
  "type": "Offer",
  "abstractKey": null
};
})();

(node as any).hash = "46e8386d3ac87ee3d340d87065534668";

export default node;
