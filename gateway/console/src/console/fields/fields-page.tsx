import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconFlame, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { FieldsDocument, type SharingClass } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { useViewer } from '../shell/use-viewer';
import { EmptyNote } from '../states/empty-note';
import { maySeeUsage } from '../usage/may-see-usage';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { FieldList } from './field-list';
import { matchingFields } from './matching-fields';

const page = 50;
const sharingClasses: readonly SharingClass[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];

/** All fields of all owners, searched as one types: by coordinate, by data element, by meaning. */
export function FieldsPage() {
  const { words } = useWords();
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const [owner, setOwner] = useState<string | null>(null);
  const [sharingClass, setSharingClass] = useState<string | null>(null);
  const [shown, setShown] = useState(page);
  const catalogue = useAnswer(FieldsDocument, {});
  const viewer = useViewer();
  const t = words.fields;
  const usage = (
    <Button component={Link} href="/fields/usage" variant="default" leftSection={<IconFlame size={16} aria-hidden />}>
      {words.usage.pageTitle}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} aside={maySeeUsage(viewer) ? usage : undefined}>
      <Group gap="sm" align="flex-end" role="search">
        <TextInput
          flex={{ base: '1 1 100%', sm: '1 1 18rem' }}
          maw={{ sm: 460 }}
          label={t.search}
          placeholder={t.searchHint}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setShown(page);
          }}
        />
        <Select w={{ base: 'calc(50% - 6px)', sm: 170 }} label={t.owner} placeholder={words.catalogue.all} clearable value={owner} onChange={setOwner} data={owners.map((value) => ({ value, label: words.owner(value) }))} />
        <Select w={{ base: 'calc(50% - 6px)', sm: 170 }} label={words.catalogue.class} placeholder={words.catalogue.all} clearable value={sharingClass} onChange={setSharingClass} data={sharingClasses.map((value) => ({ value, label: words.sharingClass[value] }))} />
      </Group>
      <Answered of={catalogue} field="resourceCatalog" lines={12}>
        {(resources) => {
          const all = resources.flatMap(({ fields }) => fields);
          const found = matchingFields(all, sought).filter((field) => (owner === null || field.owner === owner) && (sharingClass === null || field.class === sharingClass));
          if (found.length === 0) return <EmptyNote title={t.none} hint={t.noneHint} />;
          return (
            <>
              <Text size="sm" c="var(--hub-quiet)" role="status">
                {t.found(found.length, all.length)}
              </Text>
              <FieldList fields={found.slice(0, shown)} />
              {found.length > shown ? (
                <Button variant="default" onClick={() => setShown(shown + page)} style={{ alignSelf: 'center' }}>
                  {t.more(Math.min(page, found.length - shown))}
                </Button>
              ) : null}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
