import { createContext } from 'react';
import type { Asker, Identity } from '../identity/identity';

/** Who asks at the moment, and who else may be chosen. */
export interface ChosenAsker {
  readonly identities: readonly Identity[];
  readonly chosen: { readonly identity: string | undefined; readonly role: string | undefined; readonly asker: Asker | undefined };
  /** Asks from now on as a demo identity. */
  readonly choose: (identity: Identity, role: string) => Promise<void>;
  /** Asks from now on under a token that was given by hand. */
  readonly present: (token: string) => void;
}

export const ChosenAskerContext = createContext<ChosenAsker>({
  identities: [],
  chosen: { identity: undefined, role: undefined, asker: undefined },
  choose: async () => undefined,
  present: () => undefined,
});
