/**
 * @generated SignedSource<<6e724152ada44548ba4d882b440329f9>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type DomainTags_domain$data = {
  readonly isDefault: boolean;
  readonly verifiedAt: string | null | undefined;
  readonly " $fragmentType": "DomainTags_domain";
};
export type DomainTags_domain$key = {
  readonly " $data"?: DomainTags_domain$data;
  readonly " $fragmentSpreads": FragmentRefs<"DomainTags_domain">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DomainTags_domain",
  "selections": [
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
      "name": "isDefault",
      "storageKey": null
    }
  ],
  "type": "Domain",
  "abstractKey": null
};

(node as any).hash = "e469836a2a61efdd317dab0cd08cb6c4";

export default node;
