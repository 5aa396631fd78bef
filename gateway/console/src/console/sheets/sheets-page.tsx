import { Paper, Table } from '@mantine/core';
import { HubRefusal } from '../asking/hub-refusal';
import classes from '../shell/card-table.module.css';
import { Page } from '../shell/page';
import { useViewer } from '../shell/use-viewer';
import { EmptyNote } from '../states/empty-note';
import { Loading } from '../states/loading';
import { RefusedNote } from '../states/refused-note';
import { useWords } from '../words/in-words';
import { SheetRow } from './sheet-row';
import { useSheetActs, type SheetAct } from './use-sheet-acts';

/** The acts that the viewer does by sheets. */
export function SheetsPage() {
  const { words } = useWords();
  const t = words.sheets;
  return (
    <Page title={t.title} lead={t.lead}>
      <Sheets />
    </Page>
  );
}

function Sheets() {
  const { words } = useWords();
  const acts = useSheetActs();
  const viewer = useViewer();
  const t = words.sheets;
  if (acts.isError) return <RefusedNote refused={acts.error instanceof HubRefusal ? acts.error.refused : undefined} again={() => void acts.refetch()} />;
  if (acts.isPending || viewer === undefined) return <Loading lines={5} />;
  const own = acts.data.filter((each) => isFor(each, { kind: viewer.participant?.kind, role: viewer.role }));
  if (own.length === 0) return <EmptyNote title={t.none} hint={t.noneHint} />;
  return (
    <Paper withBorder className={classes.paper}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.act}</Table.Th>
            <Table.Th>{t.todo}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {own.map((each) => (
            <SheetRow key={each.act} of={each} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function isFor({ audience }: SheetAct, { kind, role }: { readonly kind: string | undefined; readonly role: string }): boolean {
  return audience.some(({ kinds, roles }) => kind !== undefined && kinds.includes(kind) && (roles === undefined || roles.includes(role)));
}
