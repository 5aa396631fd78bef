/** Between the words of what a mail server says: all that no address is written with, in Chinese too. */
const between = /([\s<>()[\],;:"，。；：“”（）《》]+)/;

/**
 * What a mail server said of a mail that it did not take, without addresses, which servers repeat, in other letters too, or with that to which they pass mail on: nobody keeps one in the clear (5.4.3 d).
 * @param address to which the mail was to go; its mailbox goes by itself, too
 */
export function mailFailure(error: unknown, address: string): string {
  const mailbox = new RegExp(`(?<![\\w.+-])${literally(address.slice(0, address.lastIndexOf('@')))}(?![\\w+-])`, 'gi');
  const said = error instanceof Error ? error.message : String(error);
  const withoutAddresses = said.split(between).map((word) => (word.includes('@') ? '…' : word)).join('');
  return withoutAddresses.replace(mailbox, '…').slice(0, 500);
}

/** A pattern that a text alone matches. */
function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}
