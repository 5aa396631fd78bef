import { CommandRefused } from '../command-refused.js';

/** What an option says that has to be said. @throws CommandRefused with a right example */
export function required(value: string | undefined, option: string, example: string): string {
  if (value !== undefined) return value;
  throw new CommandRefused(`${option} is missing. Right would be, for example, ${option} ${example}.`);
}
