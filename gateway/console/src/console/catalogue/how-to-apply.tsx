import { Anchor, Code, Stack, Text } from '@mantine/core';
import { useWords } from '../words/in-words';

/** What to send for the fields that are shared on application (有条件共享, 5.4.3 a). */
export function HowToApply({ fields }: { readonly fields: readonly string[] }) {
  const { words } = useWords();
  const t = words.catalogue;
  if (fields.length === 0) {
    return (
      <Text size="sm" c="var(--hub-quiet)">
        {t.nothingToApply}
      </Text>
    );
  }
  const act = `mutation {
  requestSharing(items: [{
    idempotencyKey: "…"
    fields: ${JSON.stringify(fields)}
    purpose: SUPERVISION
    explanation: "…"
    until: "…"
  }]) { outcomes { value { id } refusal { code message } } }
}`;
  return (
    <Stack gap="xs">
      <Text size="sm">{t.applyHint}</Text>
      <Code block tabIndex={0}>
        {act}
      </Code>
      <Anchor href="/explorer" size="sm">
        {t.toExplorer}
      </Anchor>
    </Stack>
  );
}
