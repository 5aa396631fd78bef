/** The rows of the centre that name a file (证据文件), each with who named it: whoever may read one of them may have the file. */
export const namedFiles = /* GraphQL */ `
  query NamedFiles($hash: String!) {
    evidenceList(first: 100, filter: { fileHash: $hash }) {
      nodes {
        files {
          hash
        }
        by: preserved {
          partyId
        }
      }
    }
    purchases(first: 100, filter: { screenshotHash: $hash }) {
      nodes {
        screenshots {
          hash
        }
        by: recorded {
          partyId
        }
      }
    }
    samples(first: 100, filter: { photoHash: $hash }) {
      nodes {
        confirmation {
          photos {
            hash
          }
          by: acted {
            partyId
          }
        }
      }
    }
    riskNotices(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        answer {
          evidence {
            hash
          }
          by: answered {
            partyId
          }
        }
      }
    }
  }
`;
