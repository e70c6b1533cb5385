/** Growing, jittered waits between tries, so that many browsers do not come back at once. */
export class Backoff {
  private tries = 0;

  constructor(
    private readonly first: number,
    private readonly most: number,
  ) {}

  /** Milliseconds to wait before the next try. */
  next(): number {
    const wait = Math.min(this.most, this.first * 2 ** this.tries++);
    return wait * (0.5 + Math.random());
  }

  /** A try went well: the next wait is short again. */
  reset(): void {
    this.tries = 0;
  }
}
