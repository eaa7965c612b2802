/** The strip below the lanes as it is painted: what is in the picture, and what a gesture would make of it over that. */
import type { MoneyStrip } from "../bindings/MoneyStrip";
import type { RegionKind } from "../bindings/RegionKind";
import { type Area, areaOf } from "./geometry";
import { ready } from "./part";
import { type Patch, type Picture, endless } from "./picture";
import type { ScrollingPicture } from "./scrolling-picture";

export class StripLayer {
  /** What is on it, so that nothing is painted twice. */
  private filled: { picture: Picture; tried: MoneyStrip | null } | null = null;

  constructor(
    private readonly body: ScrollingPicture,
    private readonly names: ScrollingPicture,
  ) {}

  show(picture: Picture, tried: MoneyStrip | null, left: number): void {
    const { filled } = this;
    if (filled?.picture !== picture || filled.tried !== tried) this.fill(picture, tried);
    this.body.show(left, 0);
    this.names.show(0, 0);
  }

  private fill(picture: Picture, tried: MoneyStrip | null): void {
    this.filled = { picture, tried };
    const body = [...picture.strip];
    let names = picture.stripNames;
    if (tried) {
      const covers = areaOf(tried.covers);
      body.push(patchOf(tried, "strip", covers));
      names = [patchOf(tried, "strip_names", { ...covers, x: 0 })];
    }
    const { x, width } = picture.covers;
    const slidingNames = picture.sliding.strip;
    this.body.setContent({ patches: body, covers: { ...endless, x, width }, slidingNames }, false);
    this.names.setContent({ patches: names, covers: endless, slidingNames: [] }, false);
  }
}

function patchOf({ regions }: MoneyStrip, kind: RegionKind, area: Area): Patch {
  return { area, nodes: ready(regions.find((region) => region.kind === kind)?.nodes ?? []) };
}
