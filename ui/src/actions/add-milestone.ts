import { isoOf } from "../state/days";
import { newId } from "../state/ids";
import { type Action, editable } from "./action";

export const addMilestone: Action = {
  id: "add-milestone",
  label: "Add milestone",
  menuLabel: ({ spot }) => (spot?.day == null ? "Add milestone" : "Add milestone here"),
  keys: ["M"],
  available: editable,
  async run(milepost) {
    const { chart, plan, spot } = milepost;
    const middle =
      spot?.day ?? (chart && Math.floor((chart.visible.x + chart.visible.width / 2) / chart.scale));
    const day = middle === null ? (plan.state?.today ?? "") : isoOf(middle);
    const id = newId();
    const milestone = { id, name: "New milestone", day };
    if (!(await milepost.commit({ operation: "add_milestone", milestone }))) return;
    milepost.selection.selectMilestone(id);
    milepost.selection.inspectorOpen = true;
  },
};
