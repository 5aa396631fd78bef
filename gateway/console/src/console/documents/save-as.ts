/** Has the browser save a file. */
export function saveAs(content: Blob, fileName: string): void {
  const saved = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: saved, download: fileName }).click();
  // Some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(saved), 60_000);
}
