import { InvalidArgumentError } from 'commander';

/** Reads a whole number from 1 on, as an option gives it. @throws InvalidArgumentError */
export function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 on, such as 100000.');
  return Number(text);
}
