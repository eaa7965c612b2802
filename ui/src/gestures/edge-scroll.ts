/** Scrolls a surface while a gesture has the pointer near an edge of it, or beyond: faster the further out. */
import { type Area, clamp } from "../chart/geometry";

/** Along what a gesture takes the surface with it. */
export type Along = "both" | "sideways" | "lanes";

/** What scrolls, such as the chart. */
export interface Scrolled {
  /** The part of the surface in sight. */
  readonly visible: Area;
  /** Where a part of the surface is in the window. */
  onScreen(area: Area): Area;
  scrollBy(dx: number, dy: number): void;
  /** Scrolls sideways, and beyond what there is to be scrolled to. */
  goOn?(dx: number): void;
}

/** Where the pointer is in the window. */
interface Pointer {
  clientX: number;
  clientY: number;
}

/** How far inside of an edge scrolling begins, in points. */
const NEAR = 32;
/** Points per second for each point that the pointer is past that. */
const PER_POINT = 18;
const FASTEST = 1600;
/** Longest step of time, in milliseconds: after a pause the surface does not leap. */
const LONGEST_STEP = 50;

/** One end of an axis. It works from where the pointer has been furthest inside, so that what starts near it stays. */
class Side {
  private reach = -Infinity;

  /** Points per second for a pointer that far inside of the edge. */
  speed(inside: number): number {
    this.reach = Math.min(NEAR, Math.max(this.reach, inside));
    return clamp((this.reach - inside) * PER_POINT, 0, FASTEST);
  }
}

export class EdgeScroll {
  private sides = { left: new Side(), right: new Side(), top: new Side(), bottom: new Side() };
  private along: Along | null = null;
  private goesOn = false;
  private pointer: Pointer | null = null;
  private frame = 0;
  private last: number | null = null;

  constructor(
    private readonly surface: Scrolled,
    /** The surface has scrolled under the pointer. */
    private readonly onScrolled: () => void,
  ) {}

  /**
   * From now on the surface scrolls with the pointer; null for a gesture that does not want it. `goesOn`: whether it does so
   * sideways beyond what there is.
   */
  begin(along: Along | null, goesOn = false): void {
    this.stop();
    this.goesOn = goesOn;
    this.sides = { left: new Side(), right: new Side(), top: new Side(), bottom: new Side() };
    this.along = along;
  }

  follow(pointer: Pointer): void {
    if (!this.along) return;
    this.pointer = pointer;
    const [across, down] = this.speed();
    if (across === 0 && down === 0) this.rest();
    else this.frame ||= requestAnimationFrame((now) => this.step(now));
  }

  stop(): void {
    this.along = null;
    this.rest();
  }

  /** Does not go on from where the pointer is, until that is followed again. */
  rest(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.last = null;
  }

  private step(now: number): void {
    const seconds = clamp(now - (this.last ?? now), 0, LONGEST_STEP) / 1000;
    this.last = now;
    const [across, down] = this.speed();
    if (across === 0 && down === 0) {
      this.rest();
      return;
    }
    this.frame = requestAnimationFrame((next) => this.step(next));
    const { x, y } = this.surface.visible;
    if (this.goesOn && across !== 0) this.surface.goOn?.(across * seconds);
    this.surface.scrollBy(this.goesOn ? 0 : across * seconds, down * seconds);
    const { visible } = this.surface;
    if (visible.x !== x || visible.y !== y) this.onScrolled();
  }

  /** Points per second to the right and down. */
  private speed(): [number, number] {
    if (!this.pointer || !this.along) return [0, 0];
    const { left, right, top, bottom } = this.sides;
    const { clientX, clientY } = this.pointer;
    const box = this.surface.onScreen(this.surface.visible);
    const across = right.speed(box.x + box.width - clientX) - left.speed(clientX - box.x);
    if (this.along === "sideways") return [across, 0];
    return [
      this.along === "lanes" ? 0 : across,
      bottom.speed(box.y + box.height - clientY) - top.speed(clientY - box.y),
    ];
  }
}
