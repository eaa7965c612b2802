import { type Action, editable } from "./action";
import { TABLE_FILES } from "./plan-files";

export const importFile: Action = {
  id: "import",
  label: "Import CSV…",
  keys: ["Mod+Shift+I"],
  available: editable,
  async run({ desktop, dialogs }) {
    const path = await desktop.chooseFile("Import a table", TABLE_FILES);
    if (path !== null) dialogs.show({ kind: "import", path });
  },
};
