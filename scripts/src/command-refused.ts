/** What keeps a command from doing its work, in words for the person who typed it: what is wrong and what to do next. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}
