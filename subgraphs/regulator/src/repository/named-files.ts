/** The regulators' rows that name a file (证据文件), each with its regulator: whoever may read one of them may have the file. */
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
  }
`;
