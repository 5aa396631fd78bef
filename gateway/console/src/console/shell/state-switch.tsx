import { SegmentedControl } from '@mantine/core';

interface StateSwitchProps<Choice extends string> {
  readonly label: string;
  readonly value: Choice;
  readonly choices: readonly { readonly value: Choice; readonly label: string }[];
  readonly choose: (choice: Choice) => void;
}

/** Chooses of which state a list is shown. Where a window has no room for all in one line, they stand in several. */
export function StateSwitch<Choice extends string>({ label, value, choices, choose }: StateSwitchProps<Choice>) {
  return <SegmentedControl<Choice> aria-label={label} value={value} onChange={choose} data={[...choices]} style={{ alignSelf: 'flex-start', maxWidth: '100%', flexWrap: 'wrap' }} />;
}
