import { CheckedTextDocument, VersionsOfDocument, type CheckFactsFragment } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { checkStanding, type CheckStanding } from './check-standing';

interface CheckedText extends CheckStanding {
  readonly sdl: string;
}

/** What a check has checked, and how that stands to what is in force by now; undefined until both are known, and to whom neither is told. */
export function useCheckedText(check: CheckFactsFragment, { enabled }: { readonly enabled: boolean } = { enabled: true }): CheckedText | undefined {
  const sdl = useAnswer(CheckedTextDocument, { id: check.id }, { enabled }).data?.data.schemaCheck?.sdl;
  const versions = useAnswer(VersionsOfDocument, { subgraph: check.subgraph }, { enabled }).data?.data.schemaVersions?.nodes;
  return sdl === undefined || versions === undefined ? undefined : { sdl, ...checkStanding(check, versions) };
}
