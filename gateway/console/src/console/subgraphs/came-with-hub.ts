import type { VersionLineFragment } from '../../generated/operations';

/** Whether a version came with the hub, published by nobody; only who may read who published it can tell. */
export function cameWithHub({ published }: VersionLineFragment): boolean {
  return published?.userId.startsWith('service:') === true;
}
