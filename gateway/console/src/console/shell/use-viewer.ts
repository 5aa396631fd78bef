import { useAnswer } from '../asking/use-answer';
import { ConsoleViewerDocument } from '../../generated/operations';

/** Who is signed in, as the hub knows it; undefined until it has said so. */
export function useViewer() {
  return useAnswer(ConsoleViewerDocument, {}).data?.data.viewer ?? undefined;
}
