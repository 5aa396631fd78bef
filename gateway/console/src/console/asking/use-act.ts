import { replaceEqualDeep, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';
import { askHub, type Operation } from './ask-hub';
import { untilAnswered } from './until-answered';
import { HubRefusal } from './hub-refusal';

/** An outcome of an act that was given one item: what it made, or why it was refused. */
export interface Outcome<Value> {
  readonly value?: Value | null | undefined;
  readonly refusal?: { readonly code: string; readonly message: string; readonly field?: string | null } | null | undefined;
}

/**
 * Does an act on one item, under a key of its own, and has all that is shown asked anew. Where no answer came it is sent again under the same key, so that it is done once. The mutation
 * gives the value, or fails with a HubRefusal: of the item, or of the whole act where the viewer may not do it. `faultOf` gives why just this item was not done: once a form says something else, what was
 * refused of it before is told no more.
 */
export function useAct<Data extends Record<Field, { readonly outcomes: readonly Outcome<unknown>[] } | null | undefined>, Field extends keyof Data & string, Item extends { readonly idempotencyKey: string }>(
  operation: Operation<Data, { items: readonly Item[] | Item }>,
  field: Field,
) {
  const { asker } = useSignedIn();
  const { language } = useWords();
  const cache = useQueryClient();
  const act = useMutation({
    mutationFn: async (item: Omit<Item, 'idempotencyKey'>) => {
      const items = [{ ...item, idempotencyKey: freshKey() } as unknown as Item];
      const { data, refused } = await untilAnswered(() => askHub(operation, { items }, { token: asker?.token, language }));
      const [outcome] = data[field]?.outcomes ?? [];
      const refusal = outcome?.refusal ?? refused[0];
      if (!outcome?.value) throw new HubRefusal({ code: refusal?.code, message: refusal?.message ?? '', path: [field], field: outcome?.refusal?.field ?? undefined }, 422);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- without it, who does the act is given a value of no type
      return outcome.value as NonNullable<NonNullable<Data[Field]>['outcomes'][number]['value']>;
    },
    onSuccess: () => cache.invalidateQueries(),
  });
  return { ...act, faultOf: (item: Omit<Item, 'idempotencyKey'>) => (isSame(act.variables, item) ? act.error : null) };
}

/** Whether two items say the same. */
function isSame(sent: unknown, item: unknown): boolean {
  return replaceEqualDeep(sent, item) === sent;
}

/** 128 random bits; `crypto.randomUUID` is there in secure contexts only, and a hub in a closed network may be reached without TLS. */
function freshKey(): string {
  return [...window.crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
