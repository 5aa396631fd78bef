/** Keeps @apollo/gateway from reporting usage to its makers; it reads this variable and no option when it is constructed. */
export function quietEnvironment(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
