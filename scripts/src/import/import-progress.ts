const every = { onTerminal: 200, inLog: 10_000 };

/** Tells how far an import is: rows, rate, and the time that it still needs. On a terminal in one line that changes, in a log every ten seconds. */
export class ImportProgress {
  readonly #total: number;
  readonly #stream: NodeJS.WriteStream;
  readonly #began = Date.now();
  readonly #before: number;
  #told = Date.now();

  /** @param before rows that an earlier run has done */
  constructor(total: number, before: number, stream: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#before = before;
    this.#stream = stream;
  }

  update(done: number): void {
    const now = Date.now();
    if (now - this.#told < (this.#stream.isTTY ? every.onTerminal : every.inLog)) return;
    this.#told = now;
    this.#say(progressInWords(done, this.#total, (done - this.#before) / Math.max((now - this.#began) / 1000, 0.001)));
  }

  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K');
  }

  #say(line: string): void {
    this.#stream.write(this.#stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }
}

/** As "12,300 of 50,000 rows (24 %), 812 a second, 46 s left". @param rate rows a second */
export function progressInWords(done: number, total: number, rate: number): string {
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  const left = rate > 0 ? Math.ceil((total - done) / rate) : undefined;
  const time = left === undefined ? '' : left < 120 ? `, ${left} s left` : `, ${Math.ceil(left / 60)} min left`;
  return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows (${share} %), ${Math.round(rate).toLocaleString('en')} a second${time}`;
}
