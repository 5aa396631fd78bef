import { CommandRefused } from '../command-refused.js';

/** The spellings of one owner's name. */
export interface SubgraphNames {
  /** `credit-bureaus`, as a folder and in messages. */
  readonly owner: string;
  /** `CreditBureaus`, in names of types. */
  readonly pascal: string;
  /** `creditBureaus`, in names of values. */
  readonly camel: string;
  /** `credit_bureaus`, in names of tables. */
  readonly snake: string;
}

/** @throws CommandRefused */
export function subgraphNames(owner: string): SubgraphNames {
  if (!/^[a-z]+(-[a-z]+)*$/.test(owner)) {
    throw new CommandRefused(`"${owner}" cannot name a subgraph. Right would be small letters and hyphens, such as credit-bureaus.`);
  }
  const pascal = owner.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return { owner, pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), snake: owner.replaceAll('-', '_') };
}
