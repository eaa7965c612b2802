/** Which dialog is open. One at a time. */

export type Dialog =
  | { kind: "import"; path: string }
  /** `toPrint` begins with the PDF, whatever was exported last. */
  | { kind: "export"; toPrint?: boolean }
  /** Whether a plan that nobody was asked about may be replaced by “Save as”. */
  | { kind: "replace-plan"; path: string }
  | { kind: "palette" }
  | { kind: "search" }
  | { kind: "keys" }
  | { kind: "go-to-date" }
  | { kind: "settings" }
  /** What selected feedback speaks of, or which one stands for it. */
  | { kind: "link-feedback"; to: "need" | "item" | "feedback" }
  | { kind: "decline-feedback" }
  /** `adding` begins with a new one, `at` with the one of that id. */
  | { kind: "themes"; adding?: boolean; at?: string }
  | { kind: "customers"; adding?: boolean; at?: string }
  | { kind: "budget-lines"; adding?: boolean; at?: string }
  | { kind: "rates"; adding?: boolean; at?: string }
  | { kind: "goals"; adding?: boolean; at?: string }
  | { kind: "baselines" };

export class DialogStore {
  open = $state.raw<Dialog | null>(null);

  /** `oncome` is called when one comes, before it is there. */
  constructor(private readonly oncome: () => void = () => {}) {}

  show(dialog: Dialog): void {
    this.oncome();
    this.open = dialog;
  }

  close(): void {
    this.open = null;
  }
}
