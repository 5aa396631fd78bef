/**
 * The regulators' rows that name a file (证据文件), each with who named it: whoever may read one of them may have the file. An objection that its author raised itself
 * names files of its author, which lie at the platforms.
 */
export const namedFiles = /* GraphQL */ `
  query NamedFiles($hash: String!) {
    hazardDirections(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        answers {
          evidence {
            hash
          }
        }
        by: regulator {
          partyId: id
        }
      }
    }
    resultNotices(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        service {
          evidence {
            hash
          }
        }
        by: regulator {
          partyId: id
        }
      }
    }
    objections(first: 100, filter: { evidenceHash: $hash, onBehalf: true }) {
      nodes {
        evidence {
          hash
        }
        by: regulator {
          partyId: id
        }
      }
    }
    referred: caseReferrals(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        evidence {
          hash
        }
        by: regulator {
          partyId: id
        }
      }
    }
    answered: caseReferrals(first: 100, filter: { replyEvidenceHash: $hash, replyOnBehalf: false }) {
      nodes {
        reply {
          evidence {
            hash
          }
        }
        by: recipient {
          partyId: id
        }
      }
    }
    entered: caseReferrals(first: 100, filter: { replyEvidenceHash: $hash, replyOnBehalf: true }) {
      nodes {
        reply {
          evidence {
            hash
          }
        }
        by: regulator {
          partyId: id
        }
      }
    }
  }
`;
