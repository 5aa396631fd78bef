import { CheckAffectedDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { Panel } from '../shell/panel';
import { useWords } from '../words/in-words';
import { AffectedTable } from './affected-table';

/** Who used what the findings of a check would break or close; nothing for whom the terms do not tell it. */
export function CheckAffected({ id }: { readonly id: string }) {
  const { words } = useWords();
  const affected = useAnswer(CheckAffectedDocument, { id }).data?.data.schemaCheck?.affected;
  if (!affected) return null;
  return (
    <Panel title={words.usage.affected}>
      <AffectedTable uses={affected} />
    </Panel>
  );
}
