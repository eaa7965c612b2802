/** Which screen of a plan is in sight. */
export type ScreenName = "roadmap" | "needs" | "feedback" | "budget" | "insight";

export const SCREENS: readonly { name: ScreenName; label: string }[] = [
  { name: "roadmap", label: "Roadmap" },
  { name: "needs", label: "Needs" },
  { name: "feedback", label: "Feedback" },
  { name: "budget", label: "Budget" },
  { name: "insight", label: "Insight" },
];

export const labelOf = (screen: ScreenName): string => SCREENS.find(({ name }) => name === screen)!.label;

export class ScreenStore {
  private shown = $state<ScreenName>("roadmap");

  /** `oncome` is called when another one comes, before it is there. */
  constructor(private readonly oncome: () => void = () => {}) {}

  get current(): ScreenName {
    return this.shown;
  }

  set current(name: ScreenName) {
    if (name !== this.shown) this.oncome();
    this.shown = name;
  }
}
