/** The content of an upload is not what was told with it. */
export class FileHashDiffers extends Error {
  override readonly name = 'FileHashDiffers';
  readonly told: string;
  readonly found: string;

  constructor(told: string, found: string) {
    super(`What arrived has the hash ${found}, not ${told}.`);
    this.told = told;
    this.found = found;
  }
}
