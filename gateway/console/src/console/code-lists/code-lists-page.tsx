import { Anchor, Paper, Table } from '@mantine/core';
import { Link } from 'wouter';
import { CodeListsDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import classes from '../shell/card-table.module.css';
import { Page } from '../shell/page';
import { EmptyNote } from '../states/empty-note';
import { sentenceOf } from '../words/sentence-of';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';

/** The code lists (代码表, 5.4.3 c), each with the version in force. */
export function CodeListsPage() {
  const { words, language } = useWords();
  const dates = useDates();
  const lists = useAnswer(CodeListsDocument, {});
  const t = words.codeLists;
  return (
    <Page title={t.title} lead={t.lead}>
      <Answered of={lists} field="codeLists" lines={10}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyNote title={t.none} />
          ) : (
            <Paper withBorder className={classes.paper}>
              <Table className={classes.table} highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.list}</Table.Th>
                    <Table.Th>{t.id}</Table.Th>
                    <Table.Th>{t.version}</Table.Th>
                    <Table.Th>{t.publishedAt}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {nodes.map(({ id, zh, en, current }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Anchor component={Link} href={`/code-lists/${id}`} fw={600}>
                          {language === 'en' ? sentenceOf(en) : zh}
                        </Anchor>
                      </Table.Td>
                      <Table.Td data-label={t.id}>
                        <code>{id}</code>
                      </Table.Td>
                      <Table.Td data-label={t.version}>{current.version}</Table.Td>
                      <Table.Td data-label={t.publishedAt}>{dates.minute(current.publishedAt)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Paper>
          )
        }
      </Answered>
    </Page>
  );
}
