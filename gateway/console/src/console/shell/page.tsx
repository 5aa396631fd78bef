import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words/in-words';

interface PageProps {
  readonly title: string;
  /** One sentence: what the page is for. */
  readonly lead?: ReactNode;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, which is also the title of the window. */
export function Page({ title, lead, aside, children }: PageProps) {
  const { words } = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.shell.name}`;
  }, [title, words]);
  return (
    <Stack gap="md" maw={1440} mx="auto">
      <Group justify="space-between" align="flex-end" gap="sm">
        <Box flex="1 1 24rem">
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead === undefined ? null : (
            <Text size="sm" c="var(--hub-quiet)" mt={4} maw="60rem">
              {lead}
            </Text>
          )}
        </Box>
        {aside}
      </Group>
      {children}
    </Stack>
  );
}
