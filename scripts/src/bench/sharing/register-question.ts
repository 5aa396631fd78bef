/**
 * Registers of three owners: every party reads the same rows, whatever its rights, so that what differs with the terms off is the work of the terms alone. The signatories
 * of labs are open to those to whom they were granted.
 */
export const registerQuestion = `{
  participants(first: 20) { nodes { id kind level name state admittedAt } }
  platforms(first: 10) { nodes { id website sellsItself participant { name } } }
  labs(first: 10) { nodes { id participant { name } cma { certificateNumber validFrom validUntil } signatories { userId } } }
}`;
