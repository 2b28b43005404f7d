/**
 * @generated SignedSource<<4a01aa723ac70d3600bb4a351e312721>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type TermsBox_terms$data = {
  readonly sha256: string;
  readonly text: string;
  readonly " $fragmentType": "TermsBox_terms";
};
export type TermsBox_terms$key = {
  readonly " $data"?: TermsBox_terms$data;
  readonly " $fragmentSpreads": FragmentRefs<"TermsBox_terms">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "TermsBox_terms",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "text",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "sha256",
      "storageKey": null
    }
  ],
  "type": "Terms",
  "abstractKey": null
};

(node as any).hash = "cc54cedadbb126786e9f01e5a787bc34";

export default node;
