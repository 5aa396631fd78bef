/** The platforms' rows that name a file (证据文件), each with who named it: whoever may read one of them may have the file. */
export const namedFiles = /* GraphQL */ `
  query NamedFiles($hash: String!) {
    platformHandlings(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        measures {
          evidence {
            hash
          }
          by: recorded {
            partyId
          }
        }
      }
    }
    found: selfInspections(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        evidence {
          hash
        }
        by: filed {
          partyId
        }
      }
    }
    rectified: selfInspections(first: 100, filter: { rectificationEvidenceHash: $hash }) {
      nodes {
        rectificationEvidence {
          hash
        }
        by: rectified {
          partyId
        }
      }
    }
    receivedResultNotices(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        objection {
          evidence {
            hash
          }
          by: raised {
            partyId
          }
        }
      }
    }
    directionFulfilments(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        reports {
          evidence {
            hash
          }
          by: reported {
            partyId
          }
        }
      }
    }
  }
`;
