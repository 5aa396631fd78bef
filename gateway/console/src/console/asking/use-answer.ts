import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSignedIn } from '../sign-in/signed-in';
import { useWords } from '../words/in-words';
import { askHub, type Answer, type Operation } from './ask-hub';

export type AskedAnswer<Data> = UseQueryResult<Answer<Data>>;

interface AnswerOptions {
  /** Milliseconds after which it is asked again by itself. */
  readonly every?: number;
  /** Whether it is asked at all; true where it is left out. */
  readonly enabled?: boolean;
}

/** What the hub answers whoever is signed in; asked anew for another viewer, another language and other variables. */
export function useAnswer<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, { every, enabled = true }: AnswerOptions = {}): AskedAnswer<Data> {
  const { asker } = useSignedIn();
  const { language } = useWords();
  const token = asker?.token;
  return useQuery({
    queryKey: [operation.toString(), variables, token, language],
    queryFn: ({ signal }) => askHub(operation, variables, { token, language }, signal),
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
  });
}
