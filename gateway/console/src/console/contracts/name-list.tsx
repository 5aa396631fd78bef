import { Group, Text } from '@mantine/core';

/** Names of a schema, one beside the other; a name is never broken in two. */
export function NameList({ names }: { readonly names: readonly string[] }) {
  return (
    <Group component="ul" gap="4px 14px" m={0} p={0}>
      {names.map((name) => (
        <Text key={name} component="li" size="xs" ff="monospace" style={{ listStyle: 'none', overflowWrap: 'anywhere' }}>
          {name}
        </Text>
      ))}
    </Group>
  );
}
