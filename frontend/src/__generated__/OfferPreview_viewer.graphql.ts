/**
 * @generated SignedSource<<7d25b17d368ea3d1ae2285c1ec9ae720>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type OfferPreview_viewer$data = {
  readonly partner: {
    readonly name: string;
    readonly terms: {
      readonly " $fragmentSpreads": FragmentRefs<"TermsBox_terms">;
    };
    readonly " $fragmentSpreads": FragmentRefs<"OfferReview_partner">;
  } | null | undefined;
  readonly user: {
    readonly displayName: string;
  };
  readonly " $fragmentType": "OfferPreview_viewer";
};
export type OfferPreview_viewer$key = {
  readonly " $data"?: OfferPreview_viewer$data;
  readonly " $fragmentSpreads": FragmentRefs<"OfferPreview_viewer">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "OfferPreview_viewer",
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
              "args": null,
              "kind": "FragmentSpread",
              "name": "TermsBox_terms"
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Viewer",
  "abstractKey": null
};

(node as any).hash = "7da5a39e272bdf86e3f31e351cc043f2";

export default node;
