import { Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { CatalogueDocument, type SharingClass } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { EmptyNote } from '../states/empty-note';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { ResourceList } from './resource-list';

const sharingClasses: readonly SharingClass[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];

/** The catalogue of shared information resources (共享信息资源目录, 5.4.4), searched by word, owner and class. */
export function CataloguePage() {
  const { words } = useWords();
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), 250);
  const [owner, setOwner] = useState<string | null>(null);
  const [sharingClass, setSharingClass] = useState<SharingClass | null>(null);
  const catalogue = useAnswer(CatalogueDocument, { text: sought === '' ? null : sought, owner: owner === null ? null : [owner], class: sharingClass === null ? null : [sharingClass] });
  const t = words.catalogue;
  return (
    <Page title={t.title} lead={t.lead}>
      <Group gap="sm" align="flex-end" role="search">
        <TextInput flex={{ base: '1 1 100%', sm: '1 1 18rem' }} maw={{ sm: 420 }} label={t.search} placeholder={t.searchHint} leftSection={<IconSearch size={16} aria-hidden />} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
        <Select w={{ base: 'calc(50% - 6px)', sm: 170 }} label={t.owner} placeholder={t.all} clearable value={owner} onChange={setOwner} data={owners.map((value) => ({ value, label: words.owner(value) }))} />
        <Select w={{ base: 'calc(50% - 6px)', sm: 170 }} label={t.class} placeholder={t.all} clearable value={sharingClass} onChange={setSharingClass} data={sharingClasses.map((value) => ({ value, label: words.sharingClass[value] }))} />
      </Group>
      <Answered of={catalogue} field="resourceCatalog" lines={10}>
        {(resources) =>
          resources.length === 0 ? (
            <EmptyNote title={t.none} hint={t.noneHint} />
          ) : (
            <>
              <Text size="sm" c="var(--hub-quiet)" role="status">
                {t.found(resources.length)}
              </Text>
              <ResourceList resources={resources} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
