import { Text } from '@mantine/core';
import { IconCircleCheck, IconClockExclamation } from '@tabler/icons-react';
import type { SharingTimeliness } from '../../generated/operations';
import { useWords } from '../words/in-words';

/** Whether the library knows of its owner as late as the terms ask for (时效状态, 5.4.3 b). */
export function Freshness({ timeliness }: { readonly timeliness: SharingTimeliness }) {
  const { words } = useWords();
  const isStale = timeliness === 'STALE';
  const Icon = isStale ? IconClockExclamation : IconCircleCheck;
  return (
    <Text span size="sm" c={isStale ? 'var(--hub-late)' : 'var(--hub-good)'} style={{ display: 'inline-flex', gap: 4, alignItems: 'center', whiteSpace: 'nowrap' }}>
      <Icon size={16} aria-hidden />
      {words.catalogue.timeliness[timeliness]}
    </Text>
  );
}
