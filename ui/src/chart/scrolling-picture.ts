/**
 * A picture that scrolls: what stays in sight is kept, and only the strips are painted that came in, and the names that
 * slide along to stay in sight.
 *
 * Why: with thousands of bars in sight, repainting them for every frame costs more than a frame.
 */
import type { TextRun } from "../bindings/TextRun";
import { type Area, bottom, holds, hull, intersection, intersects, right, without } from "./geometry";
import type { KeptTexts } from "./kept-texts";
import { Painter, hung } from "./painter";
import type { Palette } from "./palette";
import { type SlidingName, textBounds } from "./part";
import type { Patch } from "./picture";
import type { Pixels, Sheet } from "./pixels";
import { slidAcross, stands } from "./sliding";

/** What can be painted: patches that leave out nothing of a part of the surface. */
export interface Content {
  patches: readonly Patch[];
  covers: Area;
  slidingNames: readonly SlidingName[];
  /** Texts that hang from an upper edge and follow what is in sight. */
  hanging?: readonly TextRun[];
}

export class ScrollingPicture {
  private content: Content | null = null;
  /** The part of the surface whose pixels are right. */
  private painted: Area | null = null;
  private ratio = 1;

  constructor(
    private readonly pixels: Pixels,
    private palette: Palette,
    private readonly texts: KeptTexts | null,
  ) {
    this.setPalette(palette);
  }

  resize(width: number, height: number, ratio: number): void {
    this.ratio = ratio;
    this.pixels.resize(width, height, ratio);
    this.painted = null;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.pixels.setGround(palette("surface"));
    this.painted = null;
  }

  /** Takes new content; `same` says that it is a larger or other part of the same picture. */
  setContent(content: Content, same: boolean): void {
    this.content = content;
    if (!same) this.painted = null;
  }

  /** Shows the surface from a place on. */
  show(left: number, top: number): void {
    const before = this.pixels.sight;
    this.pixels.moveTo({ x: left, y: top });
    const { sight, kept } = this.pixels;
    const covers = this.content?.covers ?? null;
    const stays = this.painted && intersection(this.painted, kept);
    const whole = stays ? reaching(stays, sight, covers && intersection(kept, covers)) : sight;
    const patches = this.content?.patches ?? [];
    for (const strip of without(whole, stays)) this.paint(strip, patches);
    if (stays && before.x !== sight.x) this.slide(before.x, sight, whole);
    if (stays && before.y !== sight.y) this.hang(before.y, sight, whole);
    this.painted = covers && intersection(whole, covers);
  }

  /** Paints anew where names stand elsewhere now than when the left edge was at `from`. */
  private slide(from: number, { x: left }: Area, painted: Area): void {
    const slid = (this.content?.slidingNames ?? []).flatMap((name) => {
      if (stands(name.run, Math.max(from, left)) || !intersects(name.bar, painted)) return [];
      const area = slidAcross(name, from, left);
      return (area && intersection(area, painted)) ?? [];
    });
    const all = hull(slid);
    if (all) this.paintAnew(all);
  }

  /** Paints anew where hanging texts stand elsewhere now than when the upper edge was at `from`. */
  private hang(from: number, { y: top }: Area, painted: Area): void {
    const hanging = (this.content?.hanging ?? []).flatMap((run) => {
      const [before, now] = [from, top].map((y) => run.at[1] + hung(run, y)) as [number, number];
      if (before === now) return [];
      const area = textBounds(run, run.at[0], run.at[0], [before, now]);
      return intersection(area, painted) ?? [];
    });
    const all = hull(hanging);
    if (all) this.paintAnew(all);
  }

  private paintAnew(area: Area): void {
    const near = (this.content?.patches ?? []).map((patch) => ({
      area: patch.area,
      nodes: patch.nodes.filter(({ bounds }) => intersects(bounds, area)),
    }));
    this.paint(area, near);
  }

  private paint(strip: Area, patches: readonly Patch[]): void {
    // What no patch has is to come; until then it is empty.
    if (!this.content || !holds(this.content.covers, strip)) this.paintPatch({ area: strip, nodes: [] });
    for (const { area, nodes } of patches) {
      const shared = intersection(strip, area);
      if (shared) this.paintPatch({ area: shared, nodes });
    }
  }

  private paintPatch({ area, nodes }: Patch): void {
    this.pixels.paint(area, (sheet) => this.paintSheet(sheet, nodes));
  }

  private paintSheet({ context, origin, part }: Sheet, nodes: Patch["nodes"]): void {
    const { ratio } = this;
    // Areas grow to whole device pixels so that no seam shows.
    const x = Math.floor((part.x - origin.x) * ratio);
    const y = Math.floor((part.y - origin.y) * ratio);
    const width = Math.ceil((part.x - origin.x + part.width) * ratio) - x;
    const height = Math.ceil((part.y - origin.y + part.height) * ratio) - y;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.fillStyle = this.palette("surface");
    context.fillRect(x, y, width, height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const painter = new Painter(context, this.palette, -origin.x, -origin.y, this.pixels.sight, this.texts);
    painter.paintPlaced(nodes, {
      x: origin.x + x / ratio,
      y: origin.y + y / ratio,
      width: width / ratio,
      height: height / ratio,
    });
    context.restore();
  }
}

/**
 * What is painted grown to hold what is in sight: on each side that lacks something as far as may be, since most of what
 * comes in reaches further, and would be painted once for each strip of it.
 */
function reaching(painted: Area, sight: Area, most: Area | null): Area {
  if (!most || !intersects(painted, sight)) return sight;
  const x = sight.x < painted.x ? Math.min(most.x, sight.x) : painted.x;
  const y = sight.y < painted.y ? Math.min(most.y, sight.y) : painted.y;
  const to = right(sight) > right(painted) ? Math.max(right(most), right(sight)) : right(painted);
  const down = bottom(sight) > bottom(painted) ? Math.max(bottom(most), bottom(sight)) : bottom(painted);
  return { x, y, width: to - x, height: down - y };
}
