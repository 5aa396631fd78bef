/** The rows of the labs that name a file (证据文件), each with its lab: whoever may read one of them may have the file. */
export const namedFiles = /* GraphQL */ `
  query NamedFiles($hash: String!) {
    sampleReceipts(first: 100, filter: { photoHash: $hash }) {
      nodes {
        photos {
          hash
        }
        by: lab {
          partyId: id
        }
      }
    }
    inspectionFailures(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        evidence {
          hash
        }
        by: lab {
          partyId: id
        }
      }
    }
  }
`;
