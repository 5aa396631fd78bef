import type { Bilingual } from '@hub/schema/errors/bilingual.js';

/** For how many days an approval counts: as long as changes are judged by use. Who approved knew what was asked then. */
const counts = 30;

/** An approval, as far as it matters whether it counts. */
export interface ApprovalToCount {
  readonly userId: string;
  readonly onBehalfOf?: string | null | undefined;
  /** When it was given, ISO 8601. */
  readonly at: string;
  /** Whether who gave it acts in that role still, and in whose stead it was. */
  readonly inRole: boolean;
}

/** Why an approval counts for nothing; undefined where it counts. @param behind users who are behind what is approved */
export function whyUncounted({ userId, onBehalfOf, at, inRole }: ApprovalToCount, behind: ReadonlySet<string>, now: Date): Bilingual | undefined {
  if ([userId, onBehalfOf].some((user) => user != null && behind.has(user)))
    return { en: 'who had this text checked, proposed it or publishes it does not approve it', 'zh-CN': '提交检查、提出或发布该文本者不得批准' };
  if (!inRole) return { en: 'who gave it does not act in that role any more', 'zh-CN': '批准人已不再以该角色行事' };
  if (!(now.getTime() - Date.parse(at) < counts * 86_400_000)) return { en: `it is older than ${counts} days`, 'zh-CN': `已超过 ${counts} 天` };
  return undefined;
}
