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

export class ChainMarks {
  private chain: Chain | null = null;
  private made: { picture: Picture; lit: Lit } | null = null;

  /** Lights up another chain, or none. True if that changes anything. */
  set(chain: Chain | null): boolean {
    if (chain === this.chain) return false;
    this.chain = chain;
    this.made = null;
    return true;
  }

  on(picture: Picture | null): Lit {
    if (!picture || !this.chain) return nothingLit;
    if (this.made?.picture !== picture) this.made = { picture, lit: litOn(picture, this.chain) };
    return this.made.lit;
  }
}

function litOn(picture: Picture, { before, after, dependencies }: Chain): Lit {
  const bars = [...before, ...after].flatMap((id) => picture.itemsOf(id).map(({ bounds }) => bounds));
  const parts = dependencies.flatMap((id) => picture.partsOf(`link:${id}`));
  return { bars, lines: parts.map(({ node }) => litLine(node)) };
}

/** A line in conflict stays red, since that is what it says. */
function litLine(node: SceneNode): SceneNode {
  if (!("path" in node.shape) || !node.shape.path.stroke) return node;
  const { path } = node.shape;
  const { colour, width } = node.shape.path.stroke;
  const stroke = { ...path.stroke, colour: colour === "danger" ? colour : "accent", width: width + THICKER };
  return { ...node, shape: { path: { ...path, stroke } } };
}
