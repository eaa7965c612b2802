/**
 * The chain of the selected bar as marks over the picture: bars with a soft edge, and their dependency lines once
 * more, in the accent colour and thicker. Made once per picture, not per frame.
 */
import type { Chain } from "../bindings/Chain";
import type { Node as SceneNode } from "../bindings/Node";
import type { Area } from "./geometry";
import type { Picture } from "./picture";

/** What is lit up. */
export interface Lit {
  bars: readonly Area[];
  lines: readonly SceneNode[];
}

export const nothingLit: Lit = { bars: [], lines: [] };

/** How much thicker a line of the chain is than the others, in points. */
const THICKER = 1.2;
/** The same of a line that is pointed at or selected, which may be one of the chain. */
const THICKEST = 2.2;

export class ChainMarks {
  private chain: Chain | null = null;
  private dependency: string | null = null;
  private made: { picture: Picture; lit: Lit } | null = null;

  /** Lights up another chain, or none, and the dependency of it that is selected. True if that changes anything. */
  set(chain: Chain | null, dependency: string | null = null): boolean {
    if (chain === this.chain && dependency === this.dependency) return false;
    [this.chain, this.dependency] = [chain, dependency];
    this.made = null;
    return true;
  }

  on(picture: Picture | null): Lit {
    if (!picture || !this.chain) return nothingLit;
    if (this.made?.picture !== picture)
      this.made = { picture, lit: litOn(picture, this.chain, this.dependency) };
    return this.made.lit;
  }
}

function litOn(picture: Picture, { before, after, dependencies }: Chain, dependency: string | null): Lit {
  const bars = [...before, ...after].flatMap((id) => picture.itemsOf(id).map(({ bounds }) => bounds));
  const lines = dependencies.flatMap((id) => {
    const parts = picture.partsOf(`link:${id}`);
    return parts.map(({ node }) => (id === dependency ? pointedLine(node) : litLine(node, THICKER)));
  });
  return { bars, lines };
}

/** A line, or its head, as it is while it is pointed at. */
export const pointedLine = (node: SceneNode): SceneNode => litLine(node, THICKEST);

/** A line in conflict stays red, since that is what it says. */
function litLine(node: SceneNode, thicker: number): SceneNode {
  if (!("path" in node.shape) || !node.shape.path.stroke) return node;
  const { path } = node.shape;
  const { colour, width } = node.shape.path.stroke;
  const stroke = { ...path.stroke, colour: colour === "danger" ? colour : "accent", width: width + thicker };
  return { ...node, shape: { path: { ...path, stroke } } };
}
