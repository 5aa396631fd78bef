import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { HubRefusal } from '../asking/hub-refusal';
import { Loading } from '../states/loading';
import { RefusedNote } from '../states/refused-note';

interface DeliveredProps<Value> {
  readonly of: UseQueryResult<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** Shows what the registry delivers, or that it is on its way, was refused, or could not be asked for. */
export function Delivered<Value>({ of, children }: DeliveredProps<Value>) {
  if (of.isPending) return <Loading lines={8} />;
  if (of.isError) return <RefusedNote refused={of.error instanceof HubRefusal ? of.error.refused : undefined} again={() => void of.refetch()} />;
  return <>{children(of.data)}</>;
}
