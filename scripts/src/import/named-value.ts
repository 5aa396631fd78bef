import { CommandRefused } from '../command-refused.js';

/** What the source does not say, from name=value; a value may have further signs of equality. @throws CommandRefused with a right example */
export function namedValue(given: string): { readonly name: string; readonly value: string } {
  const end = given.indexOf('=');
  if (end < 1) throw new CommandRefused(`--given ${given} is no name=value. Right would be, for example, --given noticeDate=2026-03-01.`);
  return { name: given.slice(0, end), value: given.slice(end + 1) };
}
