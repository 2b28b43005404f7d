/**
 * @generated SignedSource<<145477e2a0e3069770bbb8d22607bf98>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type DomainDetails_domain$data = {
  readonly addedBy: {
    readonly name: string;
  } | null | undefined;
  readonly id: string;
  readonly isDefault: boolean;
  readonly isInitial: boolean;
  readonly name: string;
  readonly userCount: number;
  readonly verifiedAt: string | null | undefined;
  readonly viewerCanManage: boolean;
  readonly " $fragmentSpreads": FragmentRefs<"DomainProof_domain" | "DomainTags_domain">;
  readonly " $fragmentType": "DomainDetails_domain";
};
export type DomainDetails_domain$key = {
  readonly " $data"?: DomainDetails_domain$data;
  readonly " $fragmentSpreads": FragmentRefs<"DomainDetails_domain">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DomainDetails_domain",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    },
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "verifiedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "isInitial",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "isDefault",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "userCount",
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
      "concreteType": "Partner",
      "kind": "LinkedField",
      "name": "addedBy",
      "plural": false,
      "selections": [
        (v0/*:: as any*/)
      ],
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "DomainTags_domain"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "DomainProof_domain"
    }
  ],
  "type": "Domain",
  "abstractKey": null
};
})();

(node as any).hash = "532cfc06f542324c83800042fa286675";

export default node;
