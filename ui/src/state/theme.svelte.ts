/**
 * Light, dark or as the system has it; remembered on this machine. A system that forces colours of its own on all
 * programs has the last word, in `styles/forced-colours.css`.
 */

export type ThemeChoice = "system" | "light" | "dark";

const KEY = "milepost.theme";

export class ThemeStore {
  choice = $state<ThemeChoice>("system");
  private systemDark = $state(false);
  /** Whether the system forces its colours on the page. */
  forced = $state(false);
  readonly dark = $derived(this.choice === "dark" || (this.choice === "system" && this.systemDark));

  constructor() {
    const kept = localStorage.getItem(KEY);
    if (kept === "light" || kept === "dark") this.choice = kept;
    follow("(prefers-color-scheme: dark)", (matches) => (this.systemDark = matches));
    follow("(forced-colors: active)", (matches) => (this.forced = matches));
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    localStorage.setItem(KEY, choice);
  }
}

/** Tells what a query of the system comes to, now and whenever that changes. */
function follow(query: string, tell: (matches: boolean) => void): void {
  const list = window.matchMedia(query);
  tell(list.matches);
  list.addEventListener("change", ({ matches }) => tell(matches));
}
