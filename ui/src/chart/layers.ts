/**
 * The layers of the chart: the axis, the lane names and the strip, of which each scrolls one way with the body or not at
 * all, the picture of the body, and the marks above it. All are drawn by the same backing, which can be changed while they
 * are shown.
 */
import type { Shape } from "../bindings/Shape";
import type { TextRun } from "../bindings/TextRun";
import { type Backing, type CanvasSize, settingsOf } from "./backing";
import { CopiedPixels } from "./copied-pixels";
import type { Area } from "./geometry";
import { KeptTexts } from "./kept-texts";
import { type Marks, Overlay, noMarks } from "./overlay";
import type { Palette } from "./palette";
import { type Picture, endless } from "./picture";
import type { Pixels } from "./pixels";
import { ScrolledFrames, scrollsFrames } from "./scrolled-frames";
import { ScrollingPicture } from "./scrolling-picture";
import { AXIS_HEIGHT, NAMES_WIDTH, SCROLL_BAR } from "./sizes";
import { StripLayer } from "./strip-layer";

/** An element for each picture, which it is painted in unless the web view scrolls it in a frame. */
export type Places = Record<Drawing, HTMLElement>;
type Drawing = "axis" | "names" | "body" | "strip" | "stripNames";

interface Drawn {
  /** None where the graphics card draws: it sets text fast, but waits for every change of what it copies from. */
  texts: KeptTexts | null;
  /** What the names and the body are in, if the web view scrolls them. */
  frames: ScrolledFrames | null;
  pixels: Record<Drawing, Pixels>;
  pictures: Record<Drawing, ScrollingPicture>;
  overlays: Record<"names" | "body", Overlay>;
  strip: StripLayer;
}

export class Layers {
  private drawn: Drawn;
  private size: CanvasSize = { width: 0, height: 0, ratio: 1 };
  private namesWidth = NAMES_WIDTH;
  private stripHeight = 0;
  private picture: Picture | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly places: Places,
    private palette: Palette,
    private backing: Backing,
  ) {
    this.drawn = this.made();
  }

  /** Draws by another backing from now on. A canvas keeps its own for life, so there are new ones. */
  useBacking(backing: Backing): void {
    if (backing === this.backing) return;
    this.backing = backing;
    this.renew();
    this.resize(this.size, this.namesWidth, this.stripHeight);
  }

  /** Gives the pixels of all canvases back, without waiting for the garbage to be collected. */
  destroy(): void {
    const { texts, frames, pixels } = this.drawn;
    for (const each of [...Object.values(pixels), frames]) each?.remove();
    texts?.reset(this.size);
  }

  private renew(): void {
    this.destroy();
    this.drawn = this.made();
    this.fill(false);
  }

  /** `namesWidth` is 0 where the names of the lanes stand elsewhere, `stripHeight` where there is no strip. */
  resize(size: CanvasSize, namesWidth: number, stripHeight: number): void {
    [this.size, this.namesWidth, this.stripHeight] = [size, namesWidth, stripHeight];
    const { width, height, ratio } = size;
    if ((this.drawn.frames !== null) !== scrollsFrames(ratio)) this.renew();
    const { texts, frames, pictures, overlays } = this.drawn;
    frames?.resize(namesWidth, width, height);
    texts?.reset(size);
    const { axis, names, body, strip, stripNames } = pictures;
    axis.resize(width + SCROLL_BAR, AXIS_HEIGHT, ratio);
    for (const layer of [names, overlays.names]) layer.resize(namesWidth, height + SCROLL_BAR, ratio);
    for (const layer of [body, overlays.body]) layer.resize(width, height, ratio);
    strip.resize(width + SCROLL_BAR, stripHeight, ratio);
    stripNames.resize(namesWidth, stripHeight, ratio);
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    const { texts, frames, pictures, overlays } = this.drawn;
    texts?.reset(this.size);
    frames?.setLine(palette("line-strong"));
    for (const layer of [...Object.values(pictures), ...Object.values(overlays)]) layer.setPalette(palette);
  }

  /** Takes a new picture; `same` says that it is a larger or other part of the same one. */
  setPicture(picture: Picture, same: boolean): void {
    this.picture = picture;
    this.fill(same);
  }

  private fill(same: boolean): void {
    if (!this.picture) return;
    const { axis, names, body, covers, sliding } = this.picture;
    const { x, y, width, height } = covers;
    const { pictures } = this.drawn;
    const hanging = names.flatMap(({ nodes }) => nodes.flatMap(({ node: { shape } }) => hangingIn(shape)));
    pictures.body.setContent({ patches: body, covers, slidingNames: sliding.body }, same);
    const across = { ...endless, x, width };
    pictures.axis.setContent({ patches: axis, covers: across, slidingNames: sliding.axis }, same);
    const down = { ...endless, y, height };
    pictures.names.setContent({ patches: names, covers: down, slidingNames: [], hanging }, same);
  }

  /** Shows the surface from a place on. */
  show(marks: Marks, focusedLane: Area | null, left: number, top: number): void {
    const { pictures, overlays, frames, strip } = this.drawn;
    pictures.body.show(left, top);
    pictures.names.show(0, top);
    // Where they are not under a frame, the elements above the names show that themselves.
    const focused = frames ? focusedLane : null;
    overlays.names.show({ ...noMarks, preview: marks.heads, focused });
    pictures.axis.show(left, 0);
    overlays.body.show(marks);
    if (this.picture && this.stripHeight > 0) strip.show(this.picture, marks.strip, left);
  }

  private made(): Drawn {
    const { places, palette } = this;
    const settings = settingsOf(this.backing);
    const texts = this.backing === "processor" ? new KeptTexts(settings) : null;
    const frames = scrollsFrames(this.size.ratio) ? new ScrolledFrames(this.host, settings) : null;
    frames?.setLine(palette("line-strong"));
    const copied = (place: HTMLElement) => new CopiedPixels(place, settings);
    const pixels = {
      axis: copied(places.axis),
      names: frames?.names ?? copied(places.names),
      body: frames?.body ?? copied(places.body),
      strip: copied(places.strip),
      stripNames: copied(places.stripNames),
    };
    const picture = (of: Pixels) => new ScrollingPicture(of, palette, texts);
    const overlay = (of: Pixels) => new Overlay(of, palette, texts, settings);
    const pictures = {
      axis: picture(pixels.axis),
      names: picture(pixels.names),
      body: picture(pixels.body),
      strip: picture(pixels.strip),
      stripNames: picture(pixels.stripNames),
    };
    return {
      ...{ texts, frames, pixels, pictures },
      overlays: { names: overlay(pixels.names), body: overlay(pixels.body) },
      strip: new StripLayer(pictures.strip, pictures.stripNames),
    };
  }
}

const hangingIn = (shape: Shape): TextRun[] => ("text" in shape && shape.text.hangs ? [shape.text] : []);
