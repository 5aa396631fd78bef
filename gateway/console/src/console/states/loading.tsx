import { Skeleton, Stack } from '@mantine/core';
import { useWords } from '../words/in-words';

/** That something is on its way, in the shape of what comes. */
export function Loading({ lines }: { readonly lines: number }) {
  const { words } = useWords();
  return (
    <Stack gap="sm" role="status">
      <span className="hub-heard-only">{words.states.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={20} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
