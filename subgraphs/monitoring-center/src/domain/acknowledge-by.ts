/** Days in which a platform acknowledges monitoring data, unless set otherwise (5.4.1). */
const acknowledgementDays = 2;

/** By when receipt of monitoring data fed back at a time is to be acknowledged. */
export function acknowledgeBy(fedBackAt: Date): Date {
  return new Date(fedBackAt.getTime() + acknowledgementDays * 86_400_000);
}
