/** Something in the demo is not as it should be: in which step, what was expected, what was found. */
export class DemoFailed extends Error {
  override readonly name = 'DemoFailed';
}
