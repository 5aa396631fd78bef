import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A fact under its name, in a list of such. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder px="md" py="xs" style={{ borderColor: 'var(--hub-line)' }}>
      <Text component="dt" size="xs" c="var(--hub-quiet)">
        {name}
      </Text>
      <Text component="dd" m={0} fw={500} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Paper>
  );
}
