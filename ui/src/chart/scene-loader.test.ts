import { describe, expect, it } from "vitest";

import type { Scene } from "../bindings/Scene";
import type { Area } from "./geometry";
import { type Loaded, SceneLoader } from "./scene-loader";

const extent = { left: 0, right: 1000, height: 1000, axis_height: 52, names_width: 176, strip_height: 0 };

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

/** Answers all that is asked, one after the other, until nothing more is. */
async function answerAll(asked: readonly { answer: () => void }[], from = 0): Promise<void> {
  for (let i = from; i < asked.length; i += 1) {
    asked[i]!.answer();
    await settled();
  }
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
    expect(asked.map(({ viewport }) => viewport.x)).toEqual([-2, 869]);
    asked[1]!.answer();
    await settled();
    expect(asked).toHaveLength(2);
    expect(loaded.map(({ same, picture }) => [same, picture.parts.length])).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  it.each([
    ["answered", ({ answer }: { answer: () => void }) => answer()],
    ["refused", ({ refuse }: { refuse: () => void }) => refuse()],
  ])("says and asks nothing any more once it is stopped, whatever is %s then", async (_, end) => {
    const asked: { answer: () => void; refuse: () => void }[] = [];
    const source = (_: number, viewport: Area) =>
      new Promise<Scene>((resolve, refuse) => {
        asked.push({ answer: () => resolve(scene(viewport)), refuse: () => refuse(new Error("gone")) });
      });
    const said: unknown[] = [];
    const say = (what: unknown) => void said.push(what);
    const loader = new SceneLoader(source, say, say, shownFrame);
    loader.want({ scale: 2, visible: visible(0) });
    loader.stop();
    loader.want({ scale: 2, visible: visible(500) });
    end(asked[0]!);
    await settled();
    expect([said, asked.length]).toEqual([[], 1]);
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
    expect(spans()).toEqual([[-2, 102, -2, 102]]);
    show();
    await settled();
    await answerAll(asked, 1);
    // All around what is there, each a point larger than it counts for.
    expect(spans().slice(1)).toEqual([
      [-31, 131, -31, 0],
      [-31, 131, 100, 131],
      [-31, 0, -2, 102],
      [100, 131, -2, 102],
    ]);
    loader.want({ scale: 2, visible: visible(20) });
    await answerAll(asked, 5);
    loader.want({ scale: 2, visible: visible(18) });
    expect(spans().slice(5)).toEqual([[129, 171, -31, 131]]);
    loader.want({ scale: 2, visible: visible(-10) });
    expect(spans()[6]).toEqual([-61, -9, -31, 131]);
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
    await answerAll(asked);
    const before = asked.length;
    loader.want({ scale: 2, visible: visible(10) });
    expect(asked).toHaveLength(before);
    loader.invalidate();
    loader.want({ scale: 2, visible: visible(10) });
    expect(asked).toHaveLength(before + 1);
  });

  it("puts no parts of different plans together", async () => {
    const { asked, source } = slowSource();
    const loaded: Loaded[] = [];
    const loader = new SceneLoader(
      source,
      (each) => loaded.push(each),
      () => {},
      shownFrame,
    );
    loader.want({ scale: 2, visible: visible(0) });
    await answerAll(asked.slice(0, 1));
    loader.invalidate();
    await answerAll(asked, 1);
    expect(loaded.map(({ same, picture }) => [same, picture.parts.length])).toEqual([
      [false, 1],
      [false, 1],
      [true, 5],
    ]);
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
    await answerAll(asked, 1);
    expect([0, 30, 31].map((x) => loader.has({ scale: 2, visible: visible(x) }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(loader.has({ scale: 3, visible: visible(0) })).toBe(false);
    loader.invalidate();
    expect(loader.has({ scale: 2, visible: visible(0) })).toBe(false);
  });

  it("asks for what is wanted by then where a request is refused, and says that of none but the newest", async () => {
    const asked: { x: number; answer: () => void; refuse: () => void }[] = [];
    const source = (_: number, viewport: Area) =>
      new Promise<Scene>((resolve, refuse) => {
        const answer = () => resolve(scene(viewport));
        asked.push({ x: viewport.x, answer, refuse: () => refuse(new Error("gone")) });
      });
    const [loaded, failed]: [Loaded[], unknown[]] = [[], []];
    const loader = new SceneLoader(
      source,
      (each) => loaded.push(each),
      (thrown) => failed.push(thrown),
      shownFrame,
    );
    loader.want({ scale: 2, visible: visible(0) });
    loader.invalidate();
    loader.want({ scale: 2, visible: visible(0) });
    asked[0]!.refuse();
    await settled();
    expect([asked.length, failed]).toEqual([2, []]);
    loader.want({ scale: 2, visible: visible(500) });
    asked[1]!.refuse();
    await settled();
    expect([asked.map(({ x }) => x), failed]).toEqual([[-2, -2, 498], []]);
    asked[2]!.refuse();
    await settled();
    expect([asked.length, failed.length, loaded]).toEqual([3, 1, []]);
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
