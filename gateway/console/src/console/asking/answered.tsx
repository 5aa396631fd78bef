import type { ReactNode } from 'react';
import { Loading } from '../states/loading';
import { RefusedNote } from '../states/refused-note';
import { HubRefusal } from './hub-refusal';
import type { AskedAnswer } from './use-answer';

interface AnsweredProps<Data, Field extends keyof Data> {
  readonly of: AskedAnswer<Data>;
  /** The field of the operation that is shown. */
  readonly field: Field;
  readonly children: (value: NonNullable<Data[Field]>) => ReactNode;
  /** Lines of what is to come, while it is asked for. */
  readonly lines?: number;
}

/** Shows one field of an answer, or that it is on its way, was refused, or could not be asked for: each with what to do. */
export function Answered<Data, Field extends keyof Data & string>({ of, field, children, lines }: AnsweredProps<Data, Field>) {
  if (of.isPending) return <Loading lines={lines ?? 5} />;
  const again = () => void of.refetch();
  if (of.isError) return <RefusedNote refused={of.error instanceof HubRefusal ? of.error.refused : undefined} again={again} />;
  const value = of.data.data[field];
  if (value !== null && value !== undefined) return <>{children(value)}</>;
  const refused = of.data.refused.find(({ path }) => path[0] === field);
  return <RefusedNote refused={refused ?? { code: undefined, message: '', path: [field] }} again={again} />;
}
