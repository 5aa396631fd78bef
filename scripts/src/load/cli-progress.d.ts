/** The part of cli-progress that is used here; the package brings no types. */
declare module 'cli-progress' {
  export interface Bar {
    update(value: number): void;
    setTotal(total: number): void;
    stop(): void;
  }
  export class MultiBar {
    constructor(options: { stream?: NodeJS.WriteStream; format?: string; hideCursor?: boolean; clearOnComplete?: boolean; stopOnComplete?: boolean });
    create(total: number, startValue: number, payload: Readonly<Record<string, string>>): Bar;
    stop(): void;
  }
}
