import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { SchemaCheckStatus } from '../../generated/operations';
import { useWords } from '../words/in-words';

/** What a check came to (检查结论). */
export function StatusMark({ status }: { readonly status: SchemaCheckStatus }) {
  const { words } = useWords();
  const Icon = status === 'GREEN' ? IconCircleCheck : IconCircleX;
  return (
    <Text span fw={600} size="sm" c={status === 'GREEN' ? 'var(--hub-good)' : 'var(--hub-late)'} style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
      <Icon size={16} aria-hidden />
      {words.subgraphs.status[status]}
    </Text>
  );
}
