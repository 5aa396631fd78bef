import { Text } from '@mantine/core';
import { useWords } from '../words/in-words';

interface FieldMeaningProps {
  readonly element: { readonly nameZh: string; readonly meaning: string };
  /** What the schema says of the field itself, in English with the Chinese term. */
  readonly note?: string | null;
}

/** What a field means, in the viewer's language: by the Chinese name of its data element, or in the English words of the contract with that name beneath. */
export function FieldMeaning({ element: { nameZh, meaning }, note = null }: FieldMeaningProps) {
  const { language } = useWords();
  if (language === 'zh-CN') {
    return (
      <Text size="sm" fw={500}>
        {nameZh}
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" fw={500} lineClamp={2}>
        {note ?? meaning}
      </Text>
      <Text size="xs" c="var(--hub-quiet)" lang="zh-CN">
        {nameZh}
      </Text>
    </>
  );
}
