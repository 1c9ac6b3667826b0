/**
 * With `resetTimer` each call starts the wait anew; without it the first call's wait stands, with the last call's
 * arguments.
 */
export function debounce<T extends unknown[], V>(callback: (...args: T) => V, timeout = 0, resetTimer = false) {
  let timer: number | undefined;
  let last: T | undefined;
  const fire = (): V | undefined => {
    timer = undefined;
    const args = last;
    last = undefined;
    return args === undefined ? undefined : callback(...args);
  };
  const debounced = (...args: T) => {
    last = args;
    if (timer !== undefined && resetTimer) {
      window.clearTimeout(timer);
      timer = undefined;
    }
    timer ??= window.setTimeout(fire, timeout);
    return debounced;
  };
  debounced.cancel = () => {
    window.clearTimeout(timer);
    timer = undefined;
    last = undefined;
    return debounced;
  };
  debounced.run = (): V | undefined => {
    if (timer === undefined) return undefined;
    window.clearTimeout(timer);
    return fire();
  };
  return debounced;
}
