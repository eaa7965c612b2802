import { describe, expect, it } from "vitest";

import type { Scene } from "../bindings/Scene";
import type { Area } from "./geometry";
import { type Loaded, SceneLoader } from "./scene-loader";

const extent = { left: 0, right: 1000, height: 1000, axis_height: 52, names_width: 176 };

function scene(viewport: Area): Scene {
  return { regions: [], covers: [viewport.x, viewport.y, viewport.width, viewport.height], extent };
}

/** A source whose answers are given by hand. */
function slowSource() {
  const asked: { scale: number; viewport: Area; answer: () => void }[] = [];
  const source = (scale: number, viewport: Area) =>
    new Promise<Scene>((resolve) => asked.push({ scale, viewport, answer: () => resolve(scene(viewport)) }));
  return { asked, source };
}

const visible = (x: number): Area => ({ x, y: 0, width: 100, height: 100 });
const shownFrame = () => Promise.resolve();
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("SceneLoader", () => {
  it("has one request under way and then asks for the newest wish only", async () => {
    const { asked, source } = slowSource();
    const loaded: Loaded[] = [];
    const loader = new SceneLoader(
      source,
      (each) => loaded.push(each),
      () => {},
      shownFrame,
    );
    for (const x of [0, 500, 900]) loader.want({ scale: 2, visible: visible(x) });
    expect(asked).toHaveLength(1);
    asked[0]!.answer();
    await settled();
    expect(asked.map(({ viewport }) => viewport.x)).toEqual([-1, 870]);
    asked[1]!.answer();
    await settled();
    expect(asked).toHaveLength(2);
    expect(loaded.map(({ same }) => same)).toEqual([false, true]);
  });

  it("fetches what is in sight first, and a margin once that is shown, the widest where it goes", async () => {
    const { asked, source } = slowSource();
    let show = () => {};
    const loader = new SceneLoader(
      source,
      () => {},
      () => {},
      () => new Promise((resolve) => (show = resolve)),
    );
    const spans = () =>
      asked.map(({ viewport: { x, y, width, height } }) => [x, x + width, y, y + height].map(Math.round));
    loader.want({ scale: 2, visible: visible(0) });
    asked[0]!.answer();
    await settled();
    expect(spans()).toEqual([[-1, 101, -1, 101]]);
    show();
    await settled();
    asked[1]!.answer();
    await settled();
    loader.want({ scale: 2, visible: visible(20) });
    asked[2]!.answer();
    await settled();
    loader.want({ scale: 2, visible: visible(18) });
    expect(spans().slice(1)).toEqual([
      [-30, 130, -30, 130],
      [-10, 220, -30, 130],
    ]);
    loader.want({ scale: 2, visible: visible(-10) });
    expect(spans()[3]).toEqual([-110, 120, -30, 130]);
  });

  it("asks nothing while the margin lasts, and again after a change", async () => {
    const { asked, source } = slowSource();
    const loader = new SceneLoader(
      source,
      () => {},
      () => {},
      shownFrame,
    );
    loader.want({ scale: 2, visible: visible(0) });
    for (const each of [0, 1]) {
      asked[each]!.answer();
      await settled();
    }
    loader.want({ scale: 2, visible: visible(10) });
    expect(asked).toHaveLength(2);
    loader.invalidate();
    loader.want({ scale: 2, visible: visible(10) });
    expect(asked).toHaveLength(3);
  });

  it("knows whether all of what is in sight is there, with or without a margin", async () => {
    const { asked, source } = slowSource();
    const loader = new SceneLoader(
      source,
      () => {},
      () => {},
      shownFrame,
    );
    expect(loader.has({ scale: 2, visible: visible(0) })).toBe(false);
    loader.want({ scale: 2, visible: visible(0) });
    asked[0]!.answer();
    await settled();
    expect([0, 2].map((x) => loader.has({ scale: 2, visible: visible(x) }))).toEqual([true, false]);
    asked[1]!.answer();
    await settled();
    expect([0, 30, 31].map((x) => loader.has({ scale: 2, visible: visible(x) }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(loader.has({ scale: 3, visible: visible(0) })).toBe(false);
    loader.invalidate();
    expect(loader.has({ scale: 2, visible: visible(0) })).toBe(false);
  });

  it("goes on after a failure", async () => {
    let fails = true;
    const source = (_: number, viewport: Area) =>
      fails ? Promise.reject(new Error("no plan")) : Promise.resolve(scene(viewport));
    const [loaded, failed]: [Loaded[], unknown[]] = [[], []];
    const loader = new SceneLoader(
      source,
      (each) => loaded.push(each),
      (thrown) => failed.push(thrown),
      shownFrame,
    );
    loader.want({ scale: 2, visible: visible(0) });
    await settled();
    fails = false;
    loader.want({ scale: 2, visible: visible(0) });
    await settled();
    expect([loaded.length, failed.length]).toEqual([2, 1]);
  });
});
