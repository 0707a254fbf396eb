import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { inProject } from "../root.ts";
import { ChartError } from "./chart-error.ts";
import { drawScene } from "./draw.ts";
import type { PngReply, PngRequest } from "./png-messages.ts";
import type { Scene } from "./scene.ts";
import type { ChartSpec } from "./spec.ts";

export interface ChartRenderer {
  /**
   * The chart as PNG, 1080 pixels wide. The same content is drawn once and kept; two calls at once share one drawing.
   * @throws ChartError where it cannot be drawn, or not in time.
   */
  png(spec: ChartSpec): Promise<Uint8Array>;
  /** Ends the worker; drawings under way are refused. Later calls start a new one. */
  close(): Promise<void>;
}

export interface RendererOptions {
  /** Pictures that are kept, about 50 KB each. */
  readonly keep?: number;
  /** Milliseconds after which a drawing is given up and the worker replaced; the first one opens the fonts, too. */
  readonly timeout?: number;
}

interface Waiting {
  readonly scene: Scene;
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: ChartError) => void;
  readonly timer: NodeJS.Timeout;
}

/** Megabytes that the worker's JavaScript may take: four times what it needs, since V8 collects late below its limit. */
const WORKER_MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 } as const;

/** Runs the worker's TypeScript as that of the main thread is run. */
const BOOT = `import(${JSON.stringify(pathToFileURL(inProject("run.mjs")).href)})
  .then(({ run }) => run(${JSON.stringify(inProject("src", "charts", "png-worker.ts"))}))
  .catch((error) => { setImmediate(() => { throw error; }); });`;

/** Draws charts in a worker thread, which is started by the first one and does not keep the process alive when idle. */
export function createChartRenderer({ keep = 128, timeout = 20_000 }: RendererOptions = {}): ChartRenderer {
  const kept = new Map<string, Promise<Uint8Array>>();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const drop = (reason: string, cause?: unknown): void => {
    worker = undefined;
    for (const { scene, reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new ChartError(reason, scene.title, { cause }));
    }
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(BOOT, {
      eval: true,
      execArgv: [],
      resourceLimits: WORKER_MEMORY,
    });
    started.on("message", (reply: PngReply) => settle(reply));
    started.on("error", (error) => started === worker && drop("the drawing worker failed", error));
    started.on("exit", () => started === worker && drop("the drawing worker ended"));
    return started;
  };
  const settle = (reply: PngReply): void => {
    const request = waiting.get(reply.id);
    if (!request) return;
    waiting.delete(reply.id);
    clearTimeout(request.timer);
    if (waiting.size === 0) worker?.unref();
    if ("png" in reply) request.resolve(reply.png);
    else request.reject(new ChartError(reply.error, request.scene.title));
  };
  const stop = async (reason: string): Promise<void> => {
    const ended = worker;
    drop(reason);
    await ended?.terminate();
  };
  const draw = (scene: Scene): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      const timer = setTimeout(() => void stop(`not drawn within ${timeout} ms`), timeout);
      waiting.set(id, { scene, resolve, reject, timer });
      worker.postMessage({ id, scene } satisfies PngRequest);
    });

  return {
    png(spec) {
      const scene = drawScene(spec);
      const key = createHash("sha256").update(JSON.stringify(scene)).digest("base64");
      const drawn = kept.get(key) ?? draw(scene);
      kept.delete(key);
      kept.set(key, drawn);
      drawn.catch(() => kept.get(key) === drawn && kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= keep) break;
        kept.delete(oldest);
      }
      return drawn;
    },
    close: () => stop("the renderer was closed"),
  };
}
