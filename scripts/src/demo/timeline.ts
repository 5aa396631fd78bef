import { nameOf } from './cast.js';
import type { StepDone } from './kept-run.js';
import type { Step } from './step.js';

/** What is told of a run while it is walked. */
export interface Timeline {
  begins(step: Step, at: string): void;
  ends(step: Step, lines: readonly string[], looks: number): void;
  /** A step that was taken before this start. */
  earlier(step: Step, done: StepDone): void;
}

/** The timeline as a person reads it, in the time of this place. */
export function printedTimeline(print: (line: string) => void): Timeline {
  const heading = (step: Step, at: string, note = '') => {
    print('');
    print(`${clock(at)}  ${step.title.zh} ${step.title.en}${note}`);
    print(`${indent}${nameOf(step.by)}`);
  };
  return {
    begins: (step, at) => heading(step, at),
    ends(_step, lines, looks) {
      for (const line of lines) print(`${indent}${line}`);
      if (looks > 0) print(`${indent}✓ 各方均未提前看到 nobody outside sees anything of it too early (${looks} looks)`);
    },
    earlier(step, { at, lines }) {
      heading(step, at, '  （此前已完成 done before this start）');
      for (const line of lines) print(`${indent}${line}`);
    },
  };
}

const indent = '          ';

function clock(at: string): string {
  return new Date(at).toLocaleTimeString('zh-CN', { hour12: false });
}
