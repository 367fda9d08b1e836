/** A pause that can be ended from elsewhere. An end that comes while nobody waits is kept for the next wait. */
export class Pause {
  private ended = false;
  private finish: (() => void) | undefined;

  /** @returns whether it was ended before its time */
  async wait(ms: number): Promise<boolean> {
    if (!this.ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.finish = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.finish = undefined;
    }
    const early = this.ended;
    this.ended = false;
    return early;
  }

  end(): void {
    this.ended = true;
    this.finish?.();
  }
}
