/** Which screen of a plan is in sight. */
export type ScreenName = "roadmap" | "needs" | "feedback" | "budget" | "insight";

export const SCREENS: readonly { name: ScreenName; label: string }[] = [
  { name: "roadmap", label: "Roadmap" },
  { name: "needs", label: "Needs" },
  { name: "feedback", label: "Feedback" },
  { name: "budget", label: "Budget" },
  { name: "insight", label: "Insight" },
];

export class ScreenStore {
  current = $state<ScreenName>("roadmap");
}
