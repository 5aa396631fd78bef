/** Waits until all have ended, so that nothing goes on behind the back of whoever cleans up; then throws the first failure. */
export async function allOrFirstFailure<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
