/** Round values from `low` to `high`, at most `most` of them; the step is 1, 2, 2.5 or 5 times a power of ten. */
export function ticks(low: number, high: number, most = 5): number[] {
  if (!(high > low)) return [low];
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  for (const factor of [1, 2, 2.5, 5, 10, 20]) {
    const step = factor * power;
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    const count = last - first + 1;
    if (count <= most && count > 0) {
      return Array.from({ length: count }, (_, index) => clean((first + index) * step));
    }
  }
  return [low];
}

/** Whole steps for counts: never a tick at 2.5 reports. */
export function wholeTicks(high: number, most = 5): number[] {
  return ticks(0, high, most).filter((tick) => Number.isInteger(tick));
}

const clean = (value: number) => Number(value.toPrecision(12));
