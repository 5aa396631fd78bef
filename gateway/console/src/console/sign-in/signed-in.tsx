import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { askerFor, demoIdentities, type Asker, type Identity } from '../../identity/identity';
import { keepChoice, keptChoice, type KeptChoice } from './kept-choice';

/** Who looks at the console, and how to become somebody else. */
export interface SignedInState {
  /** Undefined until it is known which there are; none where tokens are an OpenID provider's. */
  readonly identities: readonly Identity[] | undefined;
  readonly asker: Asker | undefined;
  readonly chosen: KeptChoice | undefined;
  /** Asks from now on as a demo identity. @throws Error with what the hub says */
  readonly choose: (identity: Identity, role: string) => Promise<void>;
  /** Asks from now on under a token that was given by hand; it is forgotten with the page. */
  readonly present: (token: string) => void;
  readonly leave: () => void;
}

const nobody: SignedInState = { identities: undefined, asker: undefined, chosen: undefined, choose: async () => undefined, present: () => undefined, leave: () => undefined };
const SignedInContext = createContext<SignedInState>(nobody);

export function useSignedIn(): SignedInState {
  return useContext(SignedInContext);
}

/** Keeps who is signed in; nothing that one viewer was shown stays for the next. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const cache = useQueryClient();
  const [identities, setIdentities] = useState<readonly Identity[]>();
  const [asks, setAsks] = useState<Pick<SignedInState, 'asker' | 'chosen'>>({ asker: undefined, chosen: undefined });

  const become = useCallback(
    (next: Pick<SignedInState, 'asker' | 'chosen'>) => {
      cache.clear();
      keepChoice(next.chosen);
      setAsks(next);
    },
    [cache],
  );
  const choose = useCallback(async (identity: Identity, role: string) => become({ asker: await askerFor(identity, role), chosen: { name: identity.name, role } }), [become]);
  const present = useCallback((token: string) => become({ asker: { label: '', token }, chosen: undefined }), [become]);
  const leave = useCallback(() => become({ asker: undefined, chosen: undefined }), [become]);

  useEffect(() => {
    const open = async () => {
      const found = await demoIdentities().catch(() => []);
      const kept = keptChoice();
      const identity = found.find(({ name, roles }) => name === kept?.name && roles.includes(kept.role));
      // What cannot be taken up again is chosen anew.
      if (identity && kept) await choose(identity, kept.role).catch(() => undefined);
      setIdentities(found);
    };
    void open();
  }, [choose]);

  const state = useMemo(() => ({ identities, ...asks, choose, present, leave }), [identities, asks, choose, present, leave]);
  return <SignedInContext value={state}>{children}</SignedInContext>;
}
