/** Whether a media type (RFC 6838) is one of those taken: itself, or its group, as image/*. */
export function takesMediaType(taken: readonly string[], mediaType: string): boolean {
  return /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,100}$/.test(mediaType) && taken.some((each) => each === mediaType || (each.endsWith('/*') && mediaType.startsWith(each.slice(0, -1))));
}
