/**
 * Lines of right angles as rectangles. Most dependency lines merely pass through a strip that is painted, and to stroke
 * them whole takes longer than all bars do.
 */
import type { PathStep } from "../bindings/PathStep";
import type { Shape } from "../bindings/Shape";
import type { Area } from "./geometry";

/** A line, as what covers the same pixels. Its corners are covered twice, so a colour must cover what is under it. */
export interface Rectangles {
  colour: string;
  areas: readonly Area[];
}

/** The rectangles of a shape that is one solid line whose parts go straight across or straight down; null for others. */
export function rectanglesOf(shape: Shape): Rectangles | null {
  if (!("path" in shape)) return null;
  const { steps, fill, stroke } = shape.path;
  if (fill || !stroke || stroke.dash || !isRightAngled(steps)) return null;
  const half = stroke.width / 2;
  const places = steps.map(placeOf);
  const areas = places.slice(1).map((to, i): Area => {
    const from = places[i]!;
    const [across, down] = [Math.sign(to[0] - from[0]), Math.sign(to[1] - from[1])];
    // Each part is as long as its corners are wide; the ends of the line are cut off where they are.
    const before = i > 0 ? half : 0;
    const after = i < places.length - 2 ? half : 0;
    const [fromX, toX] = [from[0] - across * before, to[0] + across * after];
    const [fromY, toY] = [from[1] - down * before, to[1] + down * after];
    const [wide, tall] = [Math.abs(down) * half, Math.abs(across) * half];
    return {
      x: Math.min(fromX, toX) - wide,
      y: Math.min(fromY, toY) - tall,
      width: Math.abs(toX - fromX) + 2 * wide,
      height: Math.abs(toY - fromY) + 2 * tall,
    };
  });
  return { colour: stroke.colour, areas };
}

/** A step of a line without bends and breaks. */
type LineStep = Extract<PathStep, { move: unknown } | { line: unknown }>;

const placeOf = (step: LineStep) => ("move" in step ? step.move : step.line);

function isRightAngled(steps: readonly PathStep[]): steps is readonly LineStep[] {
  return steps.every((step, i) => {
    if (i === 0) return step !== "close" && "move" in step;
    if (step === "close" || !("line" in step)) return false;
    const [from, to] = [placeOf(steps[i - 1] as LineStep), step.line];
    return from[0] === to[0] || from[1] === to[1];
  });
}
