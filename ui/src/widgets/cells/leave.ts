/** How a cell that is being edited is left. */
export interface Leave {
  /** Whether what was typed is kept. */
  keeps: boolean;
  /** Where the focus goes from here. */
  rows: -1 | 0 | 1;
  columns: -1 | 0 | 1;
  /** Whether the focus goes back to the cells at all: it is elsewhere already where a press has taken it. */
  focus: boolean;
}

/** Enter goes down and Tab to the right, with Shift the other way; Esc goes nowhere. */
export function leaveBy({ key, shiftKey }: KeyboardEvent): Leave | null {
  const step = shiftKey ? -1 : 1;
  if (key === "Enter") return { keeps: true, rows: step, columns: 0, focus: true };
  if (key === "Tab") return { keeps: true, rows: 0, columns: step, focus: true };
  return key === "Escape" ? { keeps: false, rows: 0, columns: 0, focus: true } : null;
}
