/** Between the words of what a mail server says: all that no address is written with. */
const between = /([\s<>()[\],;:"]+)/;

/**
 * What a mail server said of a mail that it did not take, without addresses, which servers repeat, in other letters too, or with that to which they pass mail on: nobody keeps one in the clear (5.4.3 d).
 * @param address to which the mail was to go; its mailbox goes by itself, too
 */
export function mailFailure(error: unknown, address: string): string {
  const mailbox = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  const said = error instanceof Error ? error.message : String(error);
  const names = (word: string) => word.includes('@') || word.toLowerCase().replace(/[.']$/, '').replace(/^'/, '') === mailbox;
  return said.split(between).map((word) => (names(word) ? '…' : word)).join('').slice(0, 500);
}
