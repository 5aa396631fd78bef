import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';
import { askSheets } from './ask-sheets';

/** An act that has a sheet, and who may do it. */
export interface SheetAct {
  readonly act: string;
  readonly title: { readonly en: string; readonly 'zh-CN': string };
  readonly audience: readonly { readonly kinds: readonly string[]; readonly roles?: readonly string[] }[];
  readonly sheet: string;
}

/** The acts that have sheets, in the order of the cycle. */
export function useSheetActs() {
  const { asker } = useSignedIn();
  const { language } = useWords();
  return useQuery({
    queryKey: ['sheets', language],
    queryFn: async () => ((await (await askSheets('/sheets', { token: asker?.token, language })).json()) as { readonly acts: readonly SheetAct[] }).acts,
  });
}
