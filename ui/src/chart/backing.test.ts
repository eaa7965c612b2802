import { beforeEach, expect, it } from "vitest";

import { type Backing, comparedBackings, rememberBacking, rememberedBacking } from "./backing";

beforeEach(() => localStorage.clear());

/** A machine on which a frame takes that many milliseconds, and all first ones a second more. */
function machine(cost: Record<Backing, number>) {
  let time = 0;
  const log: string[] = [];
  const draws = (backing: Backing) => {
    let warm = false;
    return (frames: number) => {
      log.push(backing);
      time += frames * cost[backing] + (warm ? 0 : 1000);
      warm = true;
    };
  };
  const clock = {
    now: () => time,
    idle: () => {
      // What goes on between the frames is not theirs.
      time += 500;
      return Promise.resolve(void log.push("idle"));
    },
  };
  return { draw: { processor: draws("processor"), graphics: draws("graphics") }, clock, log };
}

it("takes the graphics card where it is clearly faster", async () => {
  const better = async (processor: number, graphics: number) => {
    const { draw, clock } = machine({ processor, graphics });
    return (await comparedBackings(draw, clock)).better;
  };
  expect(await better(20, 4)).toBe("graphics");
  expect(await better(4, 20)).toBe("processor");
  expect(await better(4, 4)).toBe("processor");
  expect(await better(4, 3.5)).toBe("processor");
});

it("tells what a frame takes, without warming up and without what comes between", async () => {
  const { draw, clock, log } = machine({ processor: 7, graphics: 3 });
  const { times } = await comparedBackings(draw, clock);
  expect(times.processor).toBeCloseTo(7);
  expect(times.graphics).toBeCloseTo(3);
  expect(log.slice(-4)).toEqual(["idle", "processor", "idle", "graphics"]);
});

it("is not misled by what else the machine does, nor by a clock of whole milliseconds", async () => {
  const { draw, clock } = machine({ processor: 0.8, graphics: 0.8 });
  let turns = 0;
  const now = () => Math.floor(clock.now());
  const busy = (frames: number) => {
    draw.processor(frames);
    turns += 1;
    // Every other time something else comes between.
    if (turns % 2 === 0) void clock.idle();
  };
  const { better, times } = await comparedBackings({ ...draw, processor: busy }, { ...clock, now });
  expect(better).toBe("processor");
  expect(times.processor).toBeLessThan(1);
});

it("gives up where the user never rests again", async () => {
  const { draw } = machine({ processor: 7, graphics: 3 });
  const clock = { now: () => 0, idle: () => Promise.reject(new Error("gone")) };
  await expect(comparedBackings(draw, clock)).rejects.toThrow("gone");
});

it("remembers a choice for canvases of about the same size", () => {
  const size = { width: 1100, height: 750, ratio: 1 };
  expect(rememberedBacking(size)).toBeNull();
  rememberBacking(size, "graphics");
  expect(rememberedBacking({ ...size, width: 1180 })).toBe("graphics");
  expect(rememberedBacking({ ...size, ratio: 2 })).toBeNull();
  expect(rememberedBacking({ width: 3700, height: 2000, ratio: 1 })).toBeNull();
  localStorage.setItem("milepost.backing:1:20", "steam");
  expect(rememberedBacking(size)).toBeNull();
});
