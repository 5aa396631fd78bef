/** One measured value, as `--json` writes it. */
export interface Measurement {
  readonly bench: string;
  readonly case: string;
  /** `hub`, or the name of the peer that was measured beside it. */
  readonly subject: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
}

/** What a person may set for a bench that has it; what is not set is as the bench says. */
export interface BenchSettings {
  /** Sizes of the data, in records. */
  readonly records?: readonly number[] | undefined;
  readonly rounds?: number | undefined;
}

/** Something that can be measured with `hub bench <name>`. */
export interface Bench {
  readonly name: string;
  readonly description: string;
  /** Measures; each value is told as soon as it is known. */
  run(tell: (measurement: Omit<Measurement, 'bench'>) => void, settings: BenchSettings): Promise<void>;
}
