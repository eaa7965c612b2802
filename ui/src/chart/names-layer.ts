/** The lane names as they are painted: all of them whenever they scroll, or where the web view scrolls them, what comes in. */
import type { Node as SceneNode } from "../bindings/Node";
import { FrozenCanvas } from "./frozen-canvas";
import type { Area } from "./geometry";
import type { KeptTexts } from "./kept-texts";
import { Overlay, noMarks } from "./overlay";
import type { Palette } from "./palette";
import type { Patch } from "./picture";
import type { Pixels } from "./pixels";
import { type Content, ScrollingPicture } from "./scrolling-picture";

export interface NamesLayer {
  resize(width: number, height: number, ratio: number): void;
  setPalette(palette: Palette): void;
  /** Takes new content; `same` says that it is a larger or other part of the same picture. */
  setContent(content: Content, same: boolean): void;
  /** Shows them from a height on, with some nodes over them, and a ring around what has the focus. */
  show(top: number, over: readonly SceneNode[], focused: Area | null): void;
  remove(): void;
}

export class FrozenNames implements NamesLayer {
  private readonly canvas = document.createElement("canvas");
  private readonly layer: FrozenCanvas;
  private patches: readonly Patch[] = [];

  constructor(
    host: HTMLElement,
    palette: Palette,
    texts: KeptTexts | null,
    settings: CanvasRenderingContext2DSettings,
  ) {
    this.canvas.className = "chart-names";
    host.prepend(this.canvas);
    this.layer = new FrozenCanvas(this.canvas, palette, texts, settings);
  }

  resize(width: number, height: number, ratio: number): void {
    this.layer.resize(width, height, ratio);
  }

  setPalette(palette: Palette): void {
    this.layer.setPalette(palette);
  }

  setContent({ patches }: Content): void {
    this.patches = patches;
  }

  /** The elements above it have rings of their own. */
  show(top: number, over: readonly SceneNode[]): void {
    this.layer.show(this.patches, 0, top, over);
  }

  remove(): void {
    this.canvas.remove();
    this.canvas.width = this.canvas.height = 0;
  }
}

export class ScrolledNames implements NamesLayer {
  private readonly picture: ScrollingPicture;
  private readonly overlay: Overlay;

  constructor(
    pixels: Pixels,
    palette: Palette,
    texts: KeptTexts | null,
    settings: CanvasRenderingContext2DSettings,
  ) {
    this.picture = new ScrollingPicture(pixels, palette, texts);
    this.overlay = new Overlay(pixels, palette, texts, settings);
  }

  resize(width: number, height: number, ratio: number): void {
    this.picture.resize(width, height, ratio);
    this.overlay.resize(width, height, ratio);
  }

  setPalette(palette: Palette): void {
    this.picture.setPalette(palette);
    this.overlay.setPalette(palette);
  }

  setContent(content: Content, same: boolean): void {
    this.picture.setContent(content, same);
  }

  show(top: number, over: readonly SceneNode[], focused: Area | null): void {
    this.picture.show(0, top);
    this.overlay.show({ ...noMarks, preview: over, focused });
  }

  /** Their pixels are gone with the frame that they are in. */
  remove(): void {}
}
