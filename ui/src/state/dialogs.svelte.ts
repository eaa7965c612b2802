/** Which dialog is open. One at a time. */

export type Dialog =
  | { kind: "import"; path: string }
  /** `toPrint` begins with the PDF, whatever was exported last. */
  | { kind: "export"; toPrint?: boolean }
  | { kind: "palette" }
  | { kind: "search" }
  | { kind: "keys" }
  | { kind: "go-to-date" }
  | { kind: "settings" }
  | { kind: "themes" }
  /** What selected feedback speaks of, or which one stands for it. */
  | { kind: "link-feedback"; to: "need" | "item" | "feedback" }
  | { kind: "decline-feedback" }
  /** `adding` begins with a new one, `at` with the one of that id. */
  | { kind: "customers"; adding?: boolean; at?: string }
  | { kind: "budget-lines"; adding?: boolean; at?: string }
  | { kind: "rates"; adding?: boolean; at?: string }
  | { kind: "goals"; adding?: boolean; at?: string }
  /** `taking` begins at the name of a new one. */
  | { kind: "baselines"; taking: boolean };

export class DialogStore {
  open = $state.raw<Dialog | null>(null);

  show(dialog: Dialog): void {
    this.open = dialog;
  }

  close(): void {
    this.open = null;
  }
}
