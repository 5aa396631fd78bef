import { Button, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { CodeListDetailDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { EmptyNote } from '../states/empty-note';
import { WideTable } from '../shell/wide-table';
import { sentenceOf } from '../words/sentence-of';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { Codes } from './codes';

/** A code list: its codes as of a day, and its versions. */
export function CodeListPage({ params: { id } }: { readonly params: { readonly id: string } }) {
  const { words, language } = useWords();
  const dates = useDates();
  const detail = useAnswer(CodeListDetailDocument, { id });
  const t = words.codeLists;
  const list = detail.data?.data.codeList;
  const viewer = useViewer();
  const isUnknown = detail.isSuccess && list === null && detail.data.refused.length === 0;
  const propose = (
    <Button component={Link} href={`/proposals/new?list=${id}`} leftSection={<IconPlus size={16} aria-hidden />}>
      {words.proposals.propose}
    </Button>
  );
  return (
    <Page aside={viewer?.role === 'DATA_STEWARD' && list ? propose : undefined} title={list ? (language === 'en' ? sentenceOf(list.en) : list.zh) : id} lead={list ? t.inForce(list.current.version, dates.minute(list.current.publishedAt)) : undefined}>
      {isUnknown ? (
        <EmptyNote title={t.unknown(id)} hint={t.unknownHint} />
      ) : (
        <>
          <Panel title={t.codes}>
            <Codes list={id} />
          </Panel>
          <Panel title={t.versions}>
            <Answered of={detail} field="codeListVersions" lines={3}>
              {({ nodes }) => (
                <WideTable label={t.versions} least={480}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t.version}</Table.Th>
                      <Table.Th>{t.publishedAt}</Table.Th>
                      <Table.Th>{t.reason}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {nodes.map((version) => (
                      <Table.Tr key={version.id}>
                        <Table.Td>{version.version}</Table.Td>
                        <Table.Td>{dates.minute(version.publishedAt)}</Table.Td>
                        <Table.Td>
                          {version.reason}
                          <Text size="xs" c="var(--hub-quiet)" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                            {version.contentHash}
                          </Text>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </WideTable>
              )}
            </Answered>
          </Panel>
        </>
      )}
    </Page>
  );
}
