import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { HubRefusal } from '../asking/hub-refusal';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';

/** What the registry delivers at a plain address of the hub, under the viewer's own token; fails with a HubRefusal where it does not. */
export function useRegistry<Delivered>(path: string, read: (response: Response) => Promise<Delivered>): UseQueryResult<Delivered> {
  const { asker } = useSignedIn();
  const { language } = useWords();
  const token = asker?.token;
  return useQuery({
    queryKey: [path, token, language],
    queryFn: async ({ signal }) => {
      const response = await fetch(path, { headers: { 'accept-language': language, ...(token !== undefined && { authorization: `Bearer ${token}` }) }, signal });
      if (response.ok) return read(response);
      const told = (await response.json().catch(() => ({}))) as { readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[] };
      throw new HubRefusal({ code: told.errors?.[0]?.extensions?.code, message: told.errors?.[0]?.message ?? `HTTP ${response.status}`, path: [] }, response.status);
    },
  });
}
