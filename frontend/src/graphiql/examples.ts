const query = `# The API of Delegated Admin, with the
# session that you have in the app.
# Put the cursor into an operation and press
# Ctrl+Enter. Ctrl+Space completes; the book
# at the left shows everything there is.

# Who am I, and what may I do?
query Viewer {
  viewer {
    user {
      displayName
      userName
    }
    organization {
      id
      displayName
    }
    roles
    partner {
      name
      domain
    }
    canManageOffers
    canReadDelegatedAdmins
    canReadAuditLog
  }
}

# Which partners administer my organization?
# For its administrators.
query DelegatedAdmins {
  delegatedAdmins(first: 20) {
    totalCount
    edges {
      node {
        id
        status
        partner {
          name
          domain
        }
        roles
        activatedAt
        expiresAt
        lastActivityAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

# What can come along with an offer?
query Products {
  products {
    id
    name
    description
    pricePerSeatMonth
    currency
  }
}

# Ask a customer for access. For administrators
# of a partner; the variables are below.
mutation CreateOffer($input: CreateOfferInput!) {
  createOffer(input: $input) {
    offer {
      id
      status
      expiresAt
    }
    userErrors {
      code
      message
      field
    }
  }
}

# Hear of every change: run it, then delete
# a delegated admin in the app.
subscription DelegatedAdminsChanged {
  delegatedAdminsChanged {
    kind
    delegationId
    delegation {
      status
      partner {
        name
      }
      customer {
        displayName
      }
    }
  }
}
`;

const variables = JSON.stringify(
  {
    input: {
      customerEmail: 'admin@northwind.example',
      roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR'],
      durationDays: 180,
      message: 'As agreed on the phone.',
    },
  },
  null,
  2,
);

/** The first tab: the product's story, one operation after the other. */
export const stories = [{ query, variables }];
