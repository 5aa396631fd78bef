import { Anchor, Code, Stack, Text } from '@mantine/core';
import type { AppliedFragment } from '../../generated/operations';
import { useWords } from '../words/in-words';

interface HowToApplyProps {
  /** Fields of 有条件共享. */
  readonly fields: readonly (AppliedFragment & { readonly coordinate: string })[];
}

/** What to send for each field that is shared on application (有条件共享, 5.4.3 a), as the catalogue gives it to who may apply. */
export function HowToApply({ fields }: HowToApplyProps) {
  const { words } = useWords();
  const t = words.catalogue;
  if (fields.every(({ apply }) => apply === null)) {
    return (
      <Text size="sm" c="var(--hub-quiet)">
        {fields.length === 0 ? t.nothingToApply : t.notToApply}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{t.applyHint}</Text>
      {fields.map(({ coordinate, apply }) =>
        apply === null ? null : (
          <Code block tabIndex={0} key={coordinate} aria-label={coordinate}>
            {`${apply.mutation}\n\n${JSON.stringify(apply.variables, null, 2)}`}
          </Code>
        ),
      )}
      <Anchor href="/explorer" size="sm">
        {t.toExplorer}
      </Anchor>
    </Stack>
  );
}
