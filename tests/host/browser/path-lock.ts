/** Runs jobs that change one path one after another. */
export class PathLock {
  private readonly tails = new Map<string, Promise<unknown>>();

  run<T>(path: string, job: () => Promise<T>): Promise<T> {
    const before = this.tails.get(path) ?? Promise.resolve();
    const mine = before.then(job, job);
    this.tails.set(
      path,
      mine.catch(() => undefined),
    );
    return mine;
  }
}
