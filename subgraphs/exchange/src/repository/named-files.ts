/** The exchange's rows that name a file (证据文件), each with who named it: whoever may read one of them may have the file. */
export const namedFiles = /* GraphQL */ `
  query NamedFiles($hash: String!) {
    membershipApplications(first: 100, filter: { evidenceHash: $hash }) {
      nodes {
        documents {
          hash
        }
        by: recorded {
          partyId
        }
      }
    }
  }
`;
