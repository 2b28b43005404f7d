/**
 * @generated SignedSource<<42c60cea05a4d2793cef540eeccbfcb3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type PartnerService = "DEVELOPMENT" | "DEVICES" | "LICENSING" | "MIGRATION" | "SECURITY" | "TRAINING" | "USER_SUPPORT" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type PartnerItem_partner$data = {
  readonly country: string | null | undefined;
  readonly description: string | null | undefined;
  readonly domain: string | null | undefined;
  readonly id: string;
  readonly name: string;
  readonly resembles: ReadonlyArray<string>;
  readonly services: ReadonlyArray<PartnerService>;
  readonly viewerInquiry: {
    readonly id: string;
  } | null | undefined;
  readonly " $fragmentType": "PartnerItem_partner";
};
export type PartnerItem_partner$key = {
  readonly " $data"?: PartnerItem_partner$data;
  readonly " $fragmentSpreads": FragmentRefs<"PartnerItem_partner">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "PartnerItem_partner",
  "selections": [
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "name",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "domain",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "country",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "services",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "description",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "resembles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Inquiry",
      "kind": "LinkedField",
      "name": "viewerInquiry",
      "plural": false,
      "selections": [
        (v0/*:: as any*/)
      ],
      "storageKey": null
    }
  ],
  "type": "Partner",
  "abstractKey": null
};
})();

(node as any).hash = "d452d98052fa2ce80ad8955fd216c298";

export default node;
