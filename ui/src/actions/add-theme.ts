import { type Action, editable } from "./action";

export const addTheme: Action = {
  id: "add-theme",
  label: "Add theme",
  keys: [],
  available: editable,
  run: ({ dialogs }) => dialogs.show({ kind: "themes", adding: true }),
};
