/** What the timeline is drawn by, as the user wants it: whichever is faster here, or one of the two always. */
import { BACKINGS, type Backing } from "../chart/backing";

export type Drawing = "automatic" | Backing;

const KEY = "milepost.drawing";

export class DrawingStore {
  choice = $state<Drawing>("automatic");

  /** What the page's address says goes before what was chosen, and is not kept: it is for measurements. */
  constructor(address: string = location.search) {
    const said = new URLSearchParams(address).get("drawing") ?? localStorage.getItem(KEY);
    this.choice = BACKINGS.find((backing) => backing === said) ?? "automatic";
  }

  choose(choice: Drawing): void {
    this.choice = choice;
    localStorage.setItem(KEY, choice);
  }
}
