/** ISO 8601 in UTC: '2026-11-20T22:30:12.123Z'. Apart from `zoned-time`, because it needs no zones and they are heavy. */
export function formatIsoUtc(instant: number): string {
  return new Date(instant).toISOString();
}
