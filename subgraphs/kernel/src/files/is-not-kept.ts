/** Whether opening a file failed because it is not there: of a folder (ENOENT), or of a bucket (NoSuchKey). What else goes wrong says nothing of the file. */
export function isNotKept(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return code === 'ENOENT' || name === 'NoSuchKey';
}
