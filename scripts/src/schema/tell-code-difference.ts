/**
 * Prints the entries of a code list that change, each in a line: - as it is, + as it would be.
 *
 * @param before the entries as they are, in the form in which a proposal shows them (`codeEntriesAsText`): of each a line with its names, and one with the code and what else is told of it
 */
export function tellCodeDifference(before: string, after: string): void {
  for (const entry of entriesOf(before)) console.log(`- ${entry}`);
  for (const entry of entriesOf(after)) console.log(`+ ${entry}`);
}

function entriesOf(text: string): readonly string[] {
  const lines = text.trimEnd().split('\n').slice(1, -1).map((line) => line.trim());
  return lines.flatMap((names, index) => (index % 2 === 0 ? [`${lines[index + 1] ?? ''} ${names}`] : []));
}
