import { Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StateNote } from './state-note';

/** That there is nothing, and what would bring something. */
export function EmptyNote({ title, hint, actions }: { readonly title: string; readonly hint?: string; readonly actions?: ReactNode }) {
  return (
    <StateNote icon={<IconInbox size={28} stroke={1.5} />} title={title} actions={actions} role="status">
      {hint === undefined ? null : (
        <Text size="sm" c="var(--hub-quiet)">
          {hint}
        </Text>
      )}
    </StateNote>
  );
}
