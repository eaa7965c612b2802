/** The program behind the page: the browser bridge of crates/testkit, as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What the bridge prints right before its address. */
const SERVING = "Serving at ";

export class Bridge {
  private plans = 0;

  private constructor(
    private readonly process: ChildProcess,
    readonly address: string,
    /** For files that the tests make; gone with the bridge. */
    readonly folder: string,
  ) {}

  /** Starts one on a free port, with the built page. */
  static async start(): Promise<Bridge> {
    const program = process.env["MILEPOST_BRIDGE"] ?? join("..", "target", "debug", "milepost-bridge");
    const child = spawn(program, ["dist"], { stdio: ["ignore", "pipe", "inherit"] });
    const failed = new Promise<never>((_, reject) => child.once("error", reject));
    return await Promise.race([failed, this.begun(child)]);
  }

  private static async begun(child: ChildProcess): Promise<Bridge> {
    for await (const line of createInterface(child.stdout!)) {
      if (!line.startsWith(SERVING)) continue;
      return new Bridge(child, line.slice(SERVING.length), mkdtempSync(join(tmpdir(), "milepost-page-")));
    }
    throw new Error("The bridge ended before it served; is the page built?");
  }

  /** Asks the program for something, as the page does. */
  async call<Answer>(method: string, request: unknown): Promise<Answer> {
    const response = await fetch(`${this.address}/api/${method}`, {
      method: "POST",
      body: JSON.stringify(request),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    return answer as Answer;
  }

  /** Opens a new plan: the sample, or one without anything in it. */
  async newPlan(sample: boolean): Promise<void> {
    const path = join(this.folder, `Northwind Insights ${++this.plans}.milepost`);
    await this.call("new_plan", { path, sample });
  }

  stop(): void {
    this.process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
