/** What the strip below the lanes shows: what is in the picture, and what a gesture would make of it over that. */
import type { MoneyStrip } from "../bindings/MoneyStrip";
import type { RegionKind } from "../bindings/RegionKind";
import { type Area, areaOf } from "./geometry";
import { ready } from "./part";
import type { Patch, Picture } from "./picture";

interface Shown {
  strip: readonly Patch[];
  stripNames: readonly Patch[];
}

/** The same patches for the same picture and gesture, so that nothing is painted twice. */
export class ShownStrip {
  private last: { picture: Picture | null; tried: MoneyStrip | null; shown: Shown } | null = null;

  of(picture: Picture | null, tried: MoneyStrip | null): Shown {
    const { last } = this;
    if (last && last.picture === picture && last.tried === tried) return last.shown;
    const shown = { strip: picture?.strip ?? [], stripNames: picture?.stripNames ?? [] };
    if (tried) {
      const covers = areaOf(tried.covers);
      shown.strip = [...shown.strip, patchOf(tried, "strip", covers)];
      shown.stripNames = [patchOf(tried, "strip_names", { ...covers, x: 0 })];
    }
    this.last = { picture, tried, shown };
    return shown;
  }
}

function patchOf({ regions }: MoneyStrip, kind: RegionKind, area: Area): Patch {
  return { area, nodes: ready(regions.find((region) => region.kind === kind)?.nodes ?? []) };
}
