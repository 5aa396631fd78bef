/** The address of an owner's files of evidence (证据文件): its own, and the gateway's. */
export function filesPath(owner: string): string {
  return `/evidence/${owner}`;
}
