const STEPS = 10;

/** Tells on a stream how far an upgrade is, a line for each tenth. */
export function printUpgrade(stream: NodeJS.WritableStream): (done: number) => void {
  let told = -1;
  return (done) => {
    const step = Math.floor(done * STEPS);
    if (step <= told) return;
    told = step;
    stream.write(`Upgrading the database: ${(100 / STEPS) * step} %\n`);
  };
}
