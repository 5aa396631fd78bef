import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Identity } from '../../identity/identity';
import { useWords } from '../words/in-words';
import { useSignedIn } from './signed-in';

/** Who asks: a demo identity by one click, or a token of one's own. */
export function SignIn() {
  const { words } = useWords();
  const { identities = [], choose, present } = useSignedIn();
  const [fault, setFault] = useState<string>();
  const t = words.signIn;
  const become = (identity: Identity, role: string) => {
    setFault(undefined);
    choose(identity, role).catch((error: Error) => setFault(error.message));
  };
  return (
    <Stack maw={960} mx="auto" gap="lg" py="lg">
      <div>
        <Title order={1} size="h2">
          {t.title}
        </Title>
        <Text c="var(--hub-quiet)" mt={6}>
          {identities.length === 0 ? t.tokenHint : t.demoHint}
        </Text>
      </div>
      {fault === undefined ? null : (
        <Alert color="red" role="alert">
          {fault}
        </Alert>
      )}
      {identities.length === 0 ? (
        <TokenForm present={present} />
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" component="ul" p={0} m={0}>
          {identities.map((identity) => (
            <Paper key={identity.name} component="li" withBorder p="md" style={{ listStyle: 'none' }}>
              <Text fw={600}>{identity.party}</Text>
              <Text size="xs" c="var(--hub-quiet)" ff="monospace" mb="xs">
                {identity.name}
              </Text>
              <Group gap={6}>
                {identity.roles.map((role) => (
                  <Button key={role} size="compact-sm" variant={role === identity.defaultRole ? 'filled' : 'default'} onClick={() => become(identity, role)}>
                    {words.role(role)}
                  </Button>
                ))}
              </Group>
            </Paper>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

function TokenForm({ present }: { readonly present: (token: string) => void }) {
  const { words } = useWords();
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    present(token.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack align="flex-start">
        <Textarea w="100%" label={words.signIn.token} rows={5} value={token} onChange={({ currentTarget }) => setToken(currentTarget.value)} spellCheck={false} />
        <Button type="submit" disabled={token.trim() === ''}>
          {words.signIn.use}
        </Button>
      </Stack>
    </form>
  );
}
