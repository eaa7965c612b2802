/** Light, dark or as the system has it; remembered on this machine. */

export type ThemeChoice = "system" | "light" | "dark";

const KEY = "milepost.theme";

export class ThemeStore {
  choice = $state<ThemeChoice>("system");
  private systemDark = $state(false);
  readonly dark = $derived(this.choice === "dark" || (this.choice === "system" && this.systemDark));

  constructor() {
    const kept = localStorage.getItem(KEY);
    if (kept === "light" || kept === "dark") this.choice = kept;
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    this.systemDark = system.matches;
    system.addEventListener("change", (event) => {
      this.systemDark = event.matches;
    });
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    localStorage.setItem(KEY, choice);
  }
}
