/**
 * @generated SignedSource<<e573d5c0d09741f20485809acb5e4a8d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type DomainRow_domain$data = {
  readonly addedBy: {
    readonly name: string;
  } | null | undefined;
  readonly id: string;
  readonly isInitial: boolean;
  readonly name: string;
  readonly userCount: number;
  readonly " $fragmentSpreads": FragmentRefs<"DomainTags_domain">;
  readonly " $fragmentType": "DomainRow_domain";
};
export type DomainRow_domain$key = {
  readonly " $data"?: DomainRow_domain$data;
  readonly " $fragmentSpreads": FragmentRefs<"DomainRow_domain">;
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
  "name": "DomainRow_domain",
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
      "name": "isInitial",
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
    }
  ],
  "type": "Domain",
  "abstractKey": null
};
})();

(node as any).hash = "68c31ca1b8d1c154772bb8e28b7481ab";

export default node;
