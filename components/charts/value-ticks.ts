/** Round numbers from 0 to the first one that is not below `max`, about `steps` steps apart; `max` above 0. */
export function valueTicks(max: number, steps = 4): number[] {
  const rough = max / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10;
  const step = unit * power;
  const count = Math.ceil((max / step) * (1 - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
