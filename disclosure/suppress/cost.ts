/** What hiding a cell costs: small counts first, totals last. Sums of it are what `suppress` keeps low. */
export function hidingCost(n: number, isTotal: boolean): number {
  return Math.log1p(n) + (isTotal ? 3 : 0);
}
