import { MultiBar } from 'cli-progress';
import type { Progress } from './load.js';

/** Shows how far each load is. */
export interface ProgressDisplay {
  begin(title: string): { readonly update: Progress; readonly end: (summary: string) => void };
  stop(): void;
}

/** Bars on a terminal; elsewhere lines at every quarter, which a log can hold. */
export function progressDisplay(stream: NodeJS.WriteStream, say: (line: string) => void): ProgressDisplay {
  return stream.isTTY ? bars(stream, say) : lines(say);
}

function bars(stream: NodeJS.WriteStream, say: (line: string) => void): ProgressDisplay {
  let multiBar: MultiBar | undefined;
  const summaries: string[] = [];
  return {
    begin(title) {
      multiBar ??= new MultiBar({ stream, format: '  {bar} {percentage}% {value}/{total}  {title}', hideCursor: true });
      const bar = multiBar.create(1, 0, { title });
      return {
        update(done, total) {
          bar.setTotal(total);
          bar.update(done);
        },
        end(summary) {
          bar.stop();
          summaries.push(`${title}: ${summary}`);
        },
      };
    },
    stop() {
      multiBar?.stop();
      summaries.forEach(say); // beneath the bars, which would otherwise be drawn over them
    },
  };
}

function lines(say: (line: string) => void): ProgressDisplay {
  return {
    begin(title) {
      let quarter = 0;
      return {
        update(done, total) {
          const now = Math.floor((done / total) * 4);
          if (now <= quarter || now >= 4) return;
          quarter = now;
          say(`${title}: ${done} of ${total}`);
        },
        end: (summary) => say(`${title}: ${summary}`),
      };
    },
    stop: () => undefined,
  };
}
