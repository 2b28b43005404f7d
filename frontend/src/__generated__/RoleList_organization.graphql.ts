/**
 * @generated SignedSource<<7bad2bffe4a0b9936d593311e7303fad>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type RoleList_organization$data = {
  readonly DIRECTORY_READER: {
    readonly totalCount: number;
  };
  readonly DOMAIN_NAME_ADMINISTRATOR: {
    readonly totalCount: number;
  };
  readonly GLOBAL_ADMINISTRATOR: {
    readonly totalCount: number;
  };
  readonly GLOBAL_READER: {
    readonly totalCount: number;
  };
  readonly HELPDESK_ADMINISTRATOR: {
    readonly totalCount: number;
  };
  readonly LICENSE_ADMINISTRATOR: {
    readonly totalCount: number;
  };
  readonly PRIVILEGED_ROLE_ADMINISTRATOR: {
    readonly totalCount: number;
  };
  readonly USER_ADMINISTRATOR: {
    readonly totalCount: number;
  };
  readonly " $fragmentType": "RoleList_organization";
};
export type RoleList_organization$key = {
  readonly " $data"?: RoleList_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"RoleList_organization">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "kind": "Literal",
  "name": "first",
  "value": 1
},
v1 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "totalCount",
    "storageKey": null
  }
];
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "RoleList_organization",
  "selections": [
    {
      "alias": "GLOBAL_ADMINISTRATOR",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "GLOBAL_ADMINISTRATOR"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"GLOBAL_ADMINISTRATOR\"},first:1)"
    },
    {
      "alias": "GLOBAL_READER",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "GLOBAL_READER"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"GLOBAL_READER\"},first:1)"
    },
    {
      "alias": "USER_ADMINISTRATOR",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "USER_ADMINISTRATOR"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"USER_ADMINISTRATOR\"},first:1)"
    },
    {
      "alias": "HELPDESK_ADMINISTRATOR",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "HELPDESK_ADMINISTRATOR"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"HELPDESK_ADMINISTRATOR\"},first:1)"
    },
    {
      "alias": "LICENSE_ADMINISTRATOR",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "LICENSE_ADMINISTRATOR"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"LICENSE_ADMINISTRATOR\"},first:1)"
    },
    {
      "alias": "DOMAIN_NAME_ADMINISTRATOR",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "DOMAIN_NAME_ADMINISTRATOR"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"DOMAIN_NAME_ADMINISTRATOR\"},first:1)"
    },
    {
      "alias": "PRIVILEGED_ROLE_ADMINISTRATOR",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "PRIVILEGED_ROLE_ADMINISTRATOR"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"PRIVILEGED_ROLE_ADMINISTRATOR\"},first:1)"
    },
    {
      "alias": "DIRECTORY_READER",
      "args": [
        {
          "kind": "Literal",
          "name": "filter",
          "value": {
            "role": "DIRECTORY_READER"
          }
        },
        (v0/*:: as any*/)
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": (v1/*:: as any*/),
      "storageKey": "users(filter:{\"role\":\"DIRECTORY_READER\"},first:1)"
    }
  ],
  "type": "Organization",
  "abstractKey": null
};
})();

(node as any).hash = "71343df3088a028b6734223eb78af202";

export default node;
