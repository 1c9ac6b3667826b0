import type { Page } from "playwright-core";

/**
 * A task of the main thread, in milliseconds of that thread's processor time: what waiting for a processor costs is not
 * in it.
 */
export interface Task {
  readonly whole: number;
  readonly script: number;
  readonly collecting: number;
  readonly layout: number;
  /** How much of it are functions of what stands in for Obsidian. */
  readonly host: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const TASKS = new Set(["RunTask", "ThreadControllerImpl::RunTask"]);
const SCRIPT = new Set([
  "FunctionCall",
  "RunMicrotasks",
  "EvaluateScript",
  "TimerFire",
  "EventDispatch",
  "FireAnimationFrame",
  "V8.DeserializeContext",
]);
const COLLECTING = new Set(["MinorGC", "MajorGC", "BlinkGC.AtomicPhase", "V8.GCIncrementalMarking"]);
const LAYOUT = new Set(["Layout", "UpdateLayoutTree", "PrePaint", "Paint", "Layerize", "Commit"]);

/**
 * Begins to trace; what is given ends it, and says what the main thread of the page did meanwhile: its tasks, the
 * longest first.
 */
export async function traceTasks(page: Page): Promise<() => Promise<Task[]>> {
  const browser = page.context().browser();
  if (!browser) return () => Promise.resolve([]);
  await browser.startTracing(page, {
    categories: [
      "toplevel",
      "devtools.timeline",
      "disabled-by-default-devtools.timeline",
      "v8",
      "blink_gc",
      "__metadata",
    ],
  });
  return async () =>
    tasksIn((JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }).traceEvents);
}

/** The page's own thread is the one that ran most of its scripts. */
function tasksIn(all: readonly TraceEvent[]): Task[] {
  const calls = new Map<string, number>();
  for (const event of all)
    if (event.name === "FunctionCall")
      calls.set(threadOf(event), (calls.get(threadOf(event)) ?? 0) + (event.tdur ?? 0));
  const main = [...calls].sort(([, a], [, b]) => b - a)[0]?.[0];
  const events = all
    .filter((event) => threadOf(event) === main && event.dur !== undefined)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: Task[] = [];
  for (let at = 0; at < events.length;) {
    const task = events[at++];
    if (!task || !TASKS.has(task.name)) continue;
    const end = task.ts + (task.dur ?? 0);
    const inside: TraceEvent[] = [];
    for (; ; at++) {
      const event = events[at];
      if (!event || event.ts >= end) break;
      inside.push(event);
    }
    tasks.push(taskOf(task, inside));
  }
  return tasks.sort((a, b) => b.whole - a.whole);
}

function taskOf(task: TraceEvent, inside: readonly TraceEvent[]): Task {
  const collecting = outermost(inside, COLLECTING);
  const script = outermost(inside, SCRIPT);
  return {
    whole: millis(task),
    script: Math.max(0, script - collecting),
    collecting,
    layout: outermost(inside, LAYOUT),
    host: outermost(
      inside.filter(({ args }) => args?.data?.url?.includes("/host.js") === true),
      SCRIPT,
    ),
  };
}

/** The sum of those that do not lie in another of them. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): number {
  let sum = 0;
  let end = 0;
  for (const event of events) {
    if (!names.has(event.name) || event.ts < end) continue;
    sum += millis(event);
    end = event.ts + (event.dur ?? 0);
  }
  return sum;
}

function millis({ tdur }: TraceEvent): number {
  return (tdur ?? 0) / 1000;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
