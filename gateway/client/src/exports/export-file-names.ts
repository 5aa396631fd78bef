/** What lies beside an exported file, by its name. */
export function exportFileNames(file: string) {
  return {
    /** As much of it as came, and by which export of the hub it goes on. */
    part: `${file}.part`,
    begun: `${file}.part.json`,
    manifest: `${file}.manifest.json`,
    signature: `${file}.manifest.jws`,
    keys: `${file}.keys.json`,
  } as const;
}
