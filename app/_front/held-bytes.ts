/** Counts the bytes of all bodies that are on their way, so that many slow ones together cannot fill the memory. */
export class HeldBytes {
  private held = 0;

  constructor(private readonly most: number) {}

  /** False, and nothing is counted, when there is no room for so many more. */
  take(bytes: number): boolean {
    if (this.held + bytes > this.most) return false;
    this.held += bytes;
    return true;
  }

  release(bytes: number): void {
    this.held -= bytes;
  }
}
