/** What every gesture is, and what it may use. */
import type { OverCap } from "../bindings/OverCap";
import type { Operation } from "../bindings/Operation";
import type { PreviewAnswer } from "../bindings/PreviewAnswer";
import type { Stays } from "../bindings/Stays";
import type { Chart } from "../chart/chart";
import type { Point } from "../chart/geometry";
import type { Along } from "./edge-scroll";

/** Where the pointer is: on the surface and in the window, and what is held down with it. */
export interface Hand {
  at: Point;
  /** Points per day of the surface that it is on; the picture of a zoom may come while a gesture lasts. */
  scale: number;
  clientX: number;
  clientY: number;
  shift: boolean;
  alt: boolean;
  /** Ctrl, or ⌘ on macOS. */
  mod: boolean;
}

/** One gesture from press to release. It keeps how things stood when it began and works everything out from that. */
export interface Gesture {
  /** Pointer shape while it lasts. */
  readonly cursor: string;
  /** Whether the chart scrolls when the pointer comes to its edges. */
  readonly scrolls?: Along;
  /** Whether it does so beyond all that stands on the timeline, since something is to come to stand there. */
  readonly goesOn?: boolean;
  /** Whether the hand is beyond an edge where it means something, so that nothing scrolls with it. */
  restsAt?(hand: Hand): boolean;
  move(hand: Hand): void;
  /**
   * The pointer was released: does what was shown, which stays in sight until that is done, if this tells when, and painted.
   */
  drop(hand: Hand): Promise<unknown> | void;
  /** Shows nothing any more: after Esc, when the pointer was taken away, or when what was dropped is painted. */
  cancel(): void;
}

/** Words beside the pointer. */
export interface Tip {
  x: number;
  y: number;
  text: string;
  danger: boolean;
}

export interface Surroundings {
  chart: Chart;
  /** Today, as a number. */
  readonly today: number;
  /**
   * Whether features stand on the axis. Where needs or money do, bars are what serves them or costs it, stand in lanes by
   * that alone, and have no lines.
   */
  readonly onFeatures: boolean;
  /** Whether the plan can only be read: nothing on the timeline can be dragged then. */
  readonly readOnly: boolean;
  /** The budget lines that are over their caps as the plan is. */
  readonly overCap: readonly OverCap[];
  /** Asks what an operation would do. At most one question is under way, the newest one wins. */
  preview(operation: Operation, shown: (answer: PreviewAnswer) => void): void;
  /** Forgets the question that is under way. */
  stopPreview(): void;
  /**
   * Does an operation; false if it was refused, which the user has been told. `more` is said after what was done.
   */
  commit(operation: Operation, more?: string | null): Promise<boolean>;
  /** Whether the hand is over the tray of what has no dates. */
  overTray(hand: Hand): boolean;
  /** Says that the plan can only be read. */
  tellReadOnly(): void;
  tip(tip: Tip | null): void;
  /** A dependency has been drawn: lines come into sight, if the view hides them. */
  linked(): void;
  select(items: string[]): void;
  selectMilestone(id: string): void;
  selected(): ReadonlySet<string>;
  /** Which of several selected items cannot be moved with the others; null while that is not known. */
  stays(): Stays | null;
  rename(item: string): void;
}

/** How far a pointer moves before a press becomes a drag, in points. */
export const SLOP = 3;
