import { type Action, editable } from "./action";

export const importFile: Action = {
  id: "import",
  label: "Import CSV…",
  keys: ["Mod+Shift+I"],
  available: editable,
  async run({ desktop, dialogs }) {
    const filters = [{ name: "Tables", extensions: ["csv", "tsv", "txt"] }];
    const path = await desktop.chooseFile("Import a table", filters);
    if (path !== null) dialogs.show({ kind: "import", path });
  },
};
