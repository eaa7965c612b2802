/** Where a picture is kept as pixels while it scrolls, and what marks are painted on above it. */
import type { Area, Point } from "./geometry";

/** A canvas that something is painted on. */
export interface Sheet {
  context: CanvasRenderingContext2D;
  /** Where on the surface its top left corner is. */
  origin: Point;
  /** What is to be painted. */
  part: Area;
}

export interface Pixels {
  /** The canvas for marks above the picture, made when it is first asked for. */
  readonly overlay: HTMLCanvasElement;
  /** Takes a size in points, with `ratio` pixels to the point. What was painted is lost. */
  resize(width: number, height: number, ratio: number): void;
  /** Takes the colour of what nothing is painted on. */
  setGround(colour: string): void;
  /** Shows the surface from about a place on, where it is sharp. What was painted and stays in sight is kept. */
  moveTo(place: Point): void;
  /** What is in sight, exactly. */
  readonly sight: Area;
  /** What there are pixels for: all that is in sight, and maybe some of what is around it. */
  readonly kept: Area;
  /** Has an area painted that there are pixels for, in one part or several. */
  paint(area: Area, on: (sheet: Sheet) => void): void;
  /** Where on the surface the top left corner of the overlay is, from which all of an area in sight is on it. */
  reach(area: Area): Point;
  /** Takes its elements out of the document. */
  remove(): void;
}
